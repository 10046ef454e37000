package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What goals make of <code>whittle.workers</code> and <code>whittle.storeLimit</code>. */
class LinkingParametersTest {
    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        LinkMojo mojo = new LinkMojo();
        set(mojo, "workers", 0);
        set(mojo, "storeLimit", -5L);

        assertThat(catchThrowableOfType(GoalException.class, mojo::linking).faults())
                .satisfiesExactly(
                        workers -> assertThat(workers).startsWith("whittle.workers is 0: "),
                        limit -> assertThat(limit).startsWith("whittle.storeLimit is -5: "));
    }

    @Test
    void aLimitOfMoreBytesThanCanBeCountedIsNotOneOfNone() throws Exception {
        LinkMojo mojo = new LinkMojo();
        set(mojo, "store", "store");
        for (long megabytes : new long[] {9_223_372_036_854L, 9_223_372_036_855L, Long.MAX_VALUE}) {
            set(mojo, "storeLimit", megabytes);

            assertThat(mojo.linking().store().orElseThrow().limit()).isEqualTo(9_223_372_036_854_000_000L);
        }
    }

    private static void set(LinkMojo mojo, String name, Object value) throws ReflectiveOperationException {
        Field parameter = LinkingMojo.class.getDeclaredField(name);
        parameter.setAccessible(true);
        parameter.set(mojo, value);
    }
}
