package outpost.router;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Activity;
import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.log.LogHub;
import outpost.core.netmap.Netmap;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LeftoversTest {
    @TempDir
    private Path dir;

    private final List<String> ran = new ArrayList<>();
    private final Netmap netmap = Maps.map(List.of("100.64.0.1"));
    private String answer = "";
    private StateStore store;

    @BeforeEach
    void open() throws IOException {
        store = StateStore.open(dir.resolve("state"));
    }

    @Test
    void whoeverWasNeverUpHasLeftNothing() throws IOException {
        leftovers().repair();
        assertThat(ran).isEmpty();
    }

    @Test
    void whoeverWentDownHasLeftNothing() throws IOException {
        Activity activity = leftovers().remembered(new Changing());
        activity.up(netmap);
        activity.refresh(netmap);
        activity.down();
        leftovers().repair();
        assertThat(ran).isEmpty();
    }

    @Test
    void whoeverWasKilledIsCleanedUpAfterOnce() throws IOException {
        leftovers().remembered(new Changing()).up(netmap);
        leftovers().repair();
        leftovers().repair();
        assertThat(ran).containsExactly("flush all");
    }

    @Test
    void whatCouldNotBeTakenAwayIsTriedByTheNextStart() throws IOException {
        leftovers().remembered(new Changing()).up(netmap);
        answer = "not permitted";
        leftovers().repair();
        answer = "gone";
        leftovers().repair();
        leftovers().repair();
        assertThat(ran).containsExactly("flush all", "flush all");
    }

    @Test
    void whoeverCannotGoDownLeavesItToTheNextStart() throws IOException {
        Changing stuck = new Changing();
        Activity activity = leftovers().remembered(stuck);
        activity.up(netmap);
        stuck.fails = true;
        assertThatThrownBy(activity::down).isInstanceOf(IOException.class);
        leftovers().repair();
        assertThat(ran).containsExactly("flush all");
    }

    private Leftovers leftovers() {
        return new Leftovers(
                store,
                new Table(),
                command -> {
                    ran.add(command.toString());
                    return new CommandResult.Ended(command, answer.isEmpty() ? 0 : 1, answer);
                },
                new LogHub(Clock.systemUTC(), System.err).log("test"));
    }

    private static final class Changing implements Activity {
        private boolean fails;

        @Override
        public void up(Netmap now) {}

        @Override
        public void down() throws IOException {
            if (fails) {
                throw new IOException("stuck");
            }
        }
    }

    private static final class Table implements RouterCommands {
        @Override
        public List<Command> establish(RouterFact fact) {
            return List.of();
        }

        @Override
        public List<Command> withdraw(RouterFact fact) {
            return List.of();
        }

        @Override
        public List<Command> leftovers() {
            return List.of(Command.of("flush", "all"));
        }

        @Override
        public boolean heldAlready(String output) {
            return false;
        }

        @Override
        public boolean goneAlready(String output) {
            return output.equals("gone");
        }
    }
}
