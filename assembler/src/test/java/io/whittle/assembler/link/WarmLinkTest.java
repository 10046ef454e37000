package io.whittle.assembler.link;

import io.whittle.assembler.jimage.ImageComparison;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.workers.LinkWorkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** Images that workers link. */
@DisabledOnOs(OS.WINDOWS)
class WarmLinkTest {
    @TempDir
    private Path dir;

    private final List<String> told = new ArrayList<>();

    @Test
    void aWorkerGivesTheBytesOfAProcessOfItsOwnEachTime() throws Exception {
        try (LinkWorkers workers = new LinkWorkers(1, told::add)) {
            for (String name : List.of("cold", "warm", "warmer")) {
                assertThat(make(name, TestJdk.running(), workers)).isEqualTo(ImageLink.Outcome.MADE);
                assertThat(ImageComparison.of(
                                LinkedApp.image(), dir.resolve(name).resolve("image"), new TreeSet<>()))
                        .isEmpty();
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void whatAWorkerFailsAtIsDoneByAProcessOfItsOwn() throws Exception {
        // It has no java, so no worker; its jlink is a script.
        TargetJdk jdk = TestJdk.runningWith(
                dir.resolve("jdk"),
                "#!/bin/sh\nwhile [ \"$1\" != --output ]; do shift; done\ncp -R '" + LinkedApp.image() + "' \"$2\"\n"
                        + "rm \"$2/bin/app\"\n");
        try (LinkWorkers workers = new LinkWorkers(1, told::add)) {
            assertThat(make("out", jdk, workers)).isEqualTo(ImageLink.Outcome.MADE);
        }
        assertThat(told).singleElement().asString().contains("cannot be started");
    }

    private ImageLink.Outcome make(String name, TargetJdk jdk, LinkWorkers workers) throws Exception {
        return new ImageLink(
                        dir.resolve(name),
                        new LinkMeans(ImageArchive.NONE, false, Optional.of(workers), Optional.empty()))
                .make(
                        LinkedApp.plan(),
                        "{}\n".getBytes(StandardCharsets.UTF_8),
                        jdk,
                        false,
                        "test 1",
                        image -> true,
                        command -> {});
    }
}
