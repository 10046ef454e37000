package outpost.iptables;

import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandResult.Ended;
import outpost.core.command.CommandResult.NotStarted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables of one family as the programs change them: chains with their rules, and what refuses to be done. */
final class PlayedTables implements Family.Runner {
    static final int LOCKED = 4;

    /** By table and chain. Those that packets enter are always there. */
    final Map<String, List<String>> chains = new HashMap<>();

    /** Every command, without program and time. */
    final List<String> asked = new ArrayList<>();

    /** As often the next commands find the tables locked. */
    int locked;

    /** Tables whose own chain is kept, whatever is asked. */
    String keeps = "none";

    /** Tables that a restore does not take. */
    String refuses = "none";

    boolean missing;

    @Override
    public CommandResult run(Command command, String input) {
        asked.add(String.join(" ", command.words()).replaceFirst("^\\S+( -w \\d)? (-t )?", ""));
        if (missing) {
            return new NotStarted(command, "no such file");
        }
        if (locked > 0) {
            locked--;
            return new Ended(command, LOCKED, "Another app is currently holding the xtables lock.");
        }
        return input.isEmpty() ? one(command) : restore(command, input);
    }

    private CommandResult one(Command command) {
        String table = command.words().get(4);
        List<String> words = command.words().subList(5, command.words().size());
        String chain = table + " " + words.get(1);
        String rule = String.join(" ", words.subList(2, words.size()));
        boolean own = chains.containsKey(table + " OUTPOST");
        int exit = switch (words.get(0)) {
            case "-C" -> rules(chain).contains(rule) ? 0 : own ? 1 : 2;
            case "-D" -> rules(chain).remove(rule) ? 0 : own ? 1 : 2;
            case "-S" -> own ? 0 : 1;
            case "-F" -> flush(chain);
            case "-X" -> remove(table, chain);
            default -> throw new AssertionError(command);
        };
        return new Ended(command, exit, "");
    }

    private List<String> rules(String chain) {
        return chain.endsWith(" OUTPOST")
                ? chains.getOrDefault(chain, new ArrayList<>())
                : chains.computeIfAbsent(chain, made -> new ArrayList<>());
    }

    private int flush(String chain) {
        List<String> rules = chains.get(chain);
        if (rules == null) {
            return 1;
        }
        rules.clear();
        return 0;
    }

    private int remove(String table, String chain) {
        boolean used = chains.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().startsWith(table) && each.getValue().contains("-j OUTPOST"));
        if (used || keeps.contains(table)) {
            return LOCKED;
        }
        return chains.remove(chain) == null ? 1 : 0;
    }

    /** A table at a time: those before one that is refused are changed. */
    private CommandResult restore(Command command, String input) {
        for (String part : input.split("COMMIT\n")) {
            String table = part.lines().findFirst().orElseThrow().substring(1);
            if (refuses.contains(table)) {
                return new Ended(command, 2, "no chain for that");
            }
            part.lines().skip(1).forEach(line -> change(table, line));
        }
        return new Ended(command, 0, "");
    }

    private void change(String table, String line) {
        String[] words = line.split(" ", 3);
        if (line.startsWith(":")) {
            chains.put(table + " " + words[0].substring(1), new ArrayList<>());
        } else if (words[0].equals("-I")) {
            rules(table + " " + words[1]).add(0, words[2]);
        } else {
            rules(table + " " + words[1]).add(words[2]);
        }
    }
}
