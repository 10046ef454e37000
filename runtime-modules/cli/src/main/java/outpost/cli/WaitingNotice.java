package outpost.cli;

import outpost.core.json.JsonException;
import outpost.core.json.JsonObject;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Says on standard error what a command waits for: what health knows, and again when that changes. */
final class WaitingNotice {
    private final PrintWriter err;
    private final int seconds;
    private List<String> problems = List.of();
    private boolean given;

    /** @param seconds how long the command will wait */
    WaitingNotice(PrintWriter err, int seconds) {
        this.err = err;
        this.seconds = seconds;
    }

    /** Whether the user has been told anything yet. */
    boolean given() {
        return given;
    }

    /** Tells what is known now. */
    void give(String state) {
        given = true;
        if (problems.isEmpty()) {
            err.println("still " + state + "; waiting up to " + seconds + " s");
        } else {
            say(state);
        }
    }

    /** Where health is not in the image, nobody tells of problems. */
    void learn(String state, JsonObject told) throws JsonException {
        if (!told.asMap().containsKey("problems")) {
            return;
        }
        List<String> now = new ArrayList<>();
        for (JsonObject problem : told.objects("problems")) {
            now.add(problem.text("key") + ": " + problem.text("text"));
        }
        boolean changed = !now.equals(problems);
        problems = List.copyOf(now);
        if (given && changed) {
            say(state);
        }
    }

    private void say(String state) {
        problems.forEach(problem -> err.println(Terminal.safe("still " + state + ": " + problem)));
    }
}
