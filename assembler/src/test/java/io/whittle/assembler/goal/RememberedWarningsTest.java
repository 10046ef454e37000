package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedWarningsTest {
    private static final int EACH = 100_000;

    @Test
    void threadsThatWarnAtOnceLoseNothing() throws Exception {
        RememberedWarnings warnings = new RememberedWarnings(new Said() {
            @Override
            public void warn(String text) {}
        });
        CyclicBarrier all = new CyclicBarrier(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                ends.add(threads.submit(() -> {
                    all.await();
                    for (int i = 0; i < EACH; i++) {
                        warnings.warn("a worker died");
                    }
                    return true;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(warnings.lines()).hasSize(4 * EACH);
    }

    @Test
    void whatIsTrueOfThisRunAloneIsToldAndNotKeptAlsoWhereItIsHeldBack() {
        Said said = new Said();
        RememberedWarnings warnings = new RememberedWarnings(said);
        HeldProgress held = new HeldProgress();
        held.warnOnce("the store is full");
        held.warn("an option\nis old");
        held.tell(warnings);
        warnings.warnOnce("a worker died");

        assertThat(said.warnings).containsExactly("the store is full", "an option\nis old", "a worker died");
        assertThat(warnings.lines()).containsExactly("an option", "is old");
    }
}
