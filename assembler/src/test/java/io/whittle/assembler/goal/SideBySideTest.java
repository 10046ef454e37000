package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SideBySideTest {
    private final Said said = new Said();

    @Test
    void whatEachSaysComesInTheirOrderWhicheverEndsFirst() throws Exception {
        CountDownLatch lastEnded = new CountDownLatch(1);
        List<SideBySide.Work<String>> works = List.of(
                progress -> {
                    progress.say("first begins");
                    lastEnded.await();
                    progress.say("first ends");
                    return "first";
                },
                progress -> {
                    progress.say("second");
                    progress.warn("of the second");
                    lastEnded.countDown();
                    return "second";
                });

        assertThat(SideBySide.run("image", works, 2, said).each())
                .containsExactly(Optional.of("first"), Optional.of("second"));

        assertThat(said.lines.stream().filter(line -> !line.startsWith("image ")))
                .containsExactly("first begins", "first ends", "second");
        assertThat(said.lines).anyMatch(line -> line.startsWith("image 1 of 2 done, about "));
        assertThat(said.lines).endsWith("image 2 of 2 done");
        assertThat(said.warnings).containsExactly("of the second");
    }

    @Test
    void asManyAreAtWorkAtATimeAsMayBe() throws Exception {
        // Neither gets past it alone.
        CyclicBarrier both = new CyclicBarrier(2);
        List<SideBySide.Work<Integer>> works = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            works.add(progress -> {
                try {
                    return both.await();
                } catch (BrokenBarrierException broken) {
                    throw new IOException(broken);
                }
            });
        }

        assertThat(SideBySide.run("image", works, 2, said).each()).hasSize(4).doesNotContain(Optional.empty());
    }

    @Test
    void whatFailsHidesNoOther() throws Exception {
        List<SideBySide.Work<String>> works = List.of(
                progress -> {
                    throw new GoalException(List.of("one is wrong"));
                },
                progress -> "fine",
                progress -> {
                    throw new GoalException(List.of("three is wrong", "and more of it"));
                });

        for (int most : List.of(1, 3)) {
            SideBySide.Done<String> done = SideBySide.run("image", works, most, said);

            assertThat(done.faults()).containsExactly("one is wrong", "three is wrong", "and more of it");
            assertThat(done.each()).containsExactly(Optional.empty(), Optional.of("fine"), Optional.empty());
        }
    }

    @Test
    void aDiskThatFailsEndsTheOthers() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        List<SideBySide.Work<String>> works = List.of(
                progress -> {
                    begun.await();
                    throw new IOException("disk");
                },
                progress -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        interrupted.set(true);
                    }
                    return "never";
                });

        assertThatThrownBy(() -> SideBySide.run("image", works, 2, said))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
        assertThat(interrupted).isTrue();
    }

    @Test
    void aDiskThatFailsSwallowsNothingThatOthersSaid() {
        CountDownLatch others = new CountDownLatch(2);
        List<SideBySide.Work<String>> works = List.of(
                progress -> {
                    others.await();
                    progress.say("first");
                    throw new IOException("disk");
                },
                progress -> {
                    progress.say("second");
                    progress.warn("of the second");
                    others.countDown();
                    return "second";
                },
                progress -> {
                    progress.say("third");
                    others.countDown();
                    throw new GoalException(List.of("three is wrong"));
                });

        assertThatThrownBy(() -> SideBySide.run("image", works, 3, said)).hasMessage("disk");

        assertThat(said.lines.stream().filter(line -> !line.startsWith("image ")))
                .containsExactly("first", "second", "third");
        assertThat(said.warnings).startsWith("of the second").isSubsetOf("of the second", "three is wrong");
    }

    @Test
    void aDiskThatFailsSwallowsNoFaultOfThoseBefore() {
        SideBySide.Work<String> first = progress -> {
            throw new GoalException(List.of("one is wrong"));
        };
        CountDownLatch firstEnded = new CountDownLatch(1);
        SideBySide.Work<String> second = progress -> {
            firstEnded.await();
            throw new IOException("disk");
        };
        // Of two threads one is free for it when the first has ended.
        SideBySide.Work<String> third = progress -> {
            firstEnded.countDown();
            return "third";
        };

        assertThatThrownBy(() -> SideBySide.run("image", List.of(first, second, third), 2, said))
                .hasMessage("disk");
        assertThat(said.warnings).containsExactly("one is wrong");

        assertThatThrownBy(() -> SideBySide.run("image", List.of(first, second), 1, said))
                .hasMessage("disk");
        assertThat(said.warnings).containsExactly("one is wrong", "one is wrong");
    }

    @Test
    void howLongItTakesIsReckonedFromWhatIsDone() {
        assertThat(SideBySide.state("image", 7, 24, 16.4)).isEqualTo("image 7 of 24 done, about 40 s left");
        assertThat(SideBySide.state("image", 1, 2, 0.01)).isEqualTo("image 1 of 2 done, about 1 s left");
        assertThat(SideBySide.state("image", 24, 24, 60)).isEqualTo("image 24 of 24 done");
    }
}
