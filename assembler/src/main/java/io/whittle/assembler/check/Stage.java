package io.whittle.assembler.check;

import io.whittle.assembler.check.Commands.Command;
import io.whittle.assembler.process.CleanEnvironment;
import io.whittle.assembler.process.ProcessGroup;
import io.whittle.assembler.process.ProcessSpec;
import io.whittle.assembler.process.RunningProcess;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Surroundings;
import io.whittle.graph.catalog.Template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where the processes of one attempt are started, and what they find. */
final class Stage {
    /** The variable that tells a script of the project where the image is. */
    static final String IMAGE_VARIABLE = "WHITTLE_IMAGE";

    private final CheckRequest request;
    private final Check check;
    private final ProcessGroup group;
    private final Path folder;
    private final Path logs;
    private final SortedMap<String, Integer> ports;
    private final Commands commands;
    private final List<Started> started = new ArrayList<>();

    /**
     * Sets it up.
     *
     * @param folder in which all processes run
     * @param logs the folder that takes what they write, and after a failure a copy of the other
     */
    Stage(
            CheckRequest request,
            Check check,
            ProcessGroup group,
            Path folder,
            Path logs,
            SortedMap<String, Integer> ports) {
        this.request = request;
        this.check = check;
        this.group = group;
        this.folder = folder;
        this.logs = logs;
        this.ports = ports;
        this.commands = new Commands(request, check.surroundings().properties());
    }

    /**
     * A process that was started.
     *
     * @param at what it is to the check
     * @param meter where it is measured
     * @param again the command for a shell
     */
    record Started(String at, RunningProcess process, Optional<Meter> meter, String again) {}

    /** What placeholders stand for. */
    Map<String, String> values() {
        return values(folder);
    }

    /** The folder in which all processes run. */
    Path folder() {
        return folder;
    }

    /** The port of that name. */
    int port(String name) {
        return ports.get(name);
    }

    /** The folder that keeps the files of a failure. */
    Path kept() {
        return logs.resolve("files");
    }

    /** Starts what a catalogue says. */
    Started start(String role, List<Template> words) throws NotRunException {
        String at = role + ": " + words.stream().map(Template::toString).collect(Collectors.joining(" "));
        Command command = commands.command(words, values(), variables(folder));
        Command later = commands.command(words, values(kept()), variables(kept()));
        return start(at, command, later.words(), new TreeMap<>());
    }

    /** Starts a script of the project. */
    Started start(Path script, List<Template> arguments) throws NotRunException {
        SortedMap<String, String> image =
                new TreeMap<>(Map.of(IMAGE_VARIABLE, request.image().toString()));
        Command command = new Command(scriptWords(script, arguments, folder), false);
        return start("script: " + script.getFileName(), command, scriptWords(script, arguments, kept()), image);
    }

    /** Starts a JUnit class of the project. */
    Started start(TestProgram program, String type) throws NotRunException {
        List<String> words = program.words(type, request.image());
        return start("test: " + type, new Command(words, false), words, new TreeMap<>());
    }

    private List<String> scriptWords(Path script, List<Template> arguments, Path dir) {
        List<String> words = new ArrayList<>(List.of(script.toString()));
        arguments.forEach(argument -> words.add(argument.render(values(dir))));
        return words;
    }

    private Started start(String at, Command command, List<String> later, SortedMap<String, String> more)
            throws NotRunException {
        SortedMap<String, String> environment = CleanEnvironment.of(System.getenv(), folder);
        environment.putAll(variables(folder));
        environment.putAll(more);
        String log =
                (started.size() + 1) + "-" + Path.of(command.words().get(0)).getFileName();
        ProcessSpec spec = new ProcessSpec(
                command.words(),
                folder,
                environment,
                logs.resolve(log + ".out.txt"),
                logs.resolve(log + ".err.txt"),
                ProcessSpec.BOUND);
        SortedMap<String, String> shown = variables(kept());
        shown.putAll(more);
        String again = ShellText.command(kept(), shown, later);
        try {
            RunningProcess process = group.start(spec);
            Optional<Meter> meter =
                    command.ofImage() && isMeasured() ? Optional.of(Meter.on(at, process)) : Optional.empty();
            Started now = new Started(at, process, meter, again);
            started.add(now);
            return now;
        } catch (IOException refused) {
            throw new NotRunException(at + " cannot be started: " + refused.getMessage());
        }
    }

    /** Something was not as expected of a process; the logs of what else was started tell more. */
    Fault fault(Started where, String expected, String got) {
        List<String> again = new ArrayList<>();
        List<RunningProcess> processes = new ArrayList<>();
        for (Started each : started) {
            boolean background = each != where && check.start().isPresent() && each == started.get(0);
            if (background || each == where) {
                processes.add(each.process());
                again.add(background ? "(" + each.again() + ") &" : each.again());
            }
        }
        return new Fault(where.at(), expected, got, LogEnds.of(processes), again);
    }

    List<Measurement> measurements() {
        return started.stream()
                .flatMap(each -> each.meter().stream())
                .map(Meter::measurement)
                .toList();
    }

    /** Ports on which somebody still takes connections; asked when all processes of the check are gone. */
    List<String> portsOfOthers() {
        return ports.entrySet().stream()
                .filter(port -> Ports.accepts(port.getValue()))
                .map(port -> port.getKey() + " (" + port.getValue() + ")")
                .toList();
    }

    private boolean isMeasured() {
        return request.isNative() && request.platform().os() == Os.LINUX;
    }

    /** What placeholders stand for where the folder is another one. */
    Map<String, String> values(Path dir) {
        Map<String, String> values = new TreeMap<>();
        values.put(Template.DIR, dir.toString());
        values.put(Template.IMAGE, request.image().toString());
        ports.forEach((name, port) -> values.put(Template.port(name), Integer.toString(port)));
        return values;
    }

    private SortedMap<String, String> variables(Path dir) {
        SortedMap<String, String> variables = new TreeMap<>();
        ports.forEach((name, port) -> variables.put(Surroundings.variableOf(name), Integer.toString(port)));
        check.surroundings()
                .environment()
                .forEach(variable ->
                        variables.put(variable.name().text(), variable.value().render(values(dir))));
        return variables;
    }
}
