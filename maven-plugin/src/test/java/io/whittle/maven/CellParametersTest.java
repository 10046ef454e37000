package io.whittle.maven;

import io.whittle.assembler.goal.CellChoice;
import io.whittle.assembler.goal.GoalException;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What goals make of <code>whittle.cell</code>, <code>whittle.shard</code> and <code>whittle.rows</code>. */
class CellParametersTest {
    @Test
    void everyGoalThatWorksOnImagesTakesThem() throws Exception {
        for (CellsMojo mojo : List.of(new LinkMojo(), new CheckMojo(), new PackMojo(), new OciMojo(), new SbomMojo())) {
            assertThat(mojo.cells()).isEmpty();
            set(mojo, "rows", "features,pairs");

            CellChoice whole = mojo.cells().orElseThrow();
            assertThat(whole.scope().rows()).containsExactly("features", "pairs");
            assertThat(whole.cell()).isEmpty();

            set(mojo, "cell", "feature-dns");
            assertThat(mojo.cells().flatMap(CellChoice::cell)).isEqualTo(Optional.of("feature-dns"));
        }
    }

    @Test
    void goalsThatAreAboutProfilesRefuseThem() throws Exception {
        LockMojo mojo = new LockMojo();
        assertThatCode(() -> mojo.requireNoCells("lock")).doesNotThrowAnyException();
        set(mojo, "rows", " ");
        assertThatCode(() -> mojo.requireNoCells("lock")).doesNotThrowAnyException();

        set(mojo, "rows", "features");
        set(mojo, "shard", "2/5");

        assertThat(catchThrowableOfType(GoalException.class, () -> mojo.requireNoCells("lock"))
                        .faults())
                .containsExactly(
                        "whittle:lock is about profiles, and not about cells of a matrix, as whittle.shard=2/5 and"
                                + " whittle.rows=features ask.\n"
                                + "  Name profiles instead: -Dwhittle.profile=<name>; or run it in a call of its own.");
    }

    private static void set(CellsMojo mojo, String name, String value) throws ReflectiveOperationException {
        Field parameter = CellsMojo.class.getDeclaredField(name);
        parameter.setAccessible(true);
        parameter.set(mojo, value);
    }
}
