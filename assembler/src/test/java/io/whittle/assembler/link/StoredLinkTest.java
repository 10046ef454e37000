package io.whittle.assembler.link;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.jimage.ImageComparison;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.store.ImageStore;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Images out of a store; scripts pass for jlink. */
@DisabledOnOs(OS.WINDOWS)
class StoredLinkTest {
    private static final String COPY = "#!/bin/sh\nwhile [ \"$1\" != --output ]; do shift; done\ncp -R '"
            + LinkedApp.image() + "' \"$2\"\nrm \"$2/bin/app\"\n";
    private static final String FAIL = "#!/bin/sh\necho nothing is linked here\nexit 1\n";

    @TempDir
    private Path dir;

    private final List<String> told = new ArrayList<>();

    @Test
    void whatAnotherBuildLinkedIsNotLinkedAgain() throws Exception {
        assertThat(make("one", COPY, false, true)).isEqualTo(ImageLink.Outcome.MADE);

        assertThat(make("two", FAIL, false, true)).isEqualTo(ImageLink.Outcome.FETCHED);

        assertThat(ImageComparison.of(dir.resolve("one/image"), dir.resolve("two/image"), new TreeSet<>()))
                .isEmpty();
        assertThat(dir.resolve("two/plan.json")).hasSameBinaryContentAs(dir.resolve("one/plan.json"));
        // It is known from then on, as one that was linked.
        assertThat(make("two", FAIL, false, true)).isEqualTo(ImageLink.Outcome.UNCHANGED);
        assertThat(told).isEmpty();
    }

    @Test
    void anImageThatIsDamagedInTheStoreIsLinkedAnew() throws Exception {
        make("one", COPY, false, true);
        Path entry;
        try (var entries = Files.list(dir.resolve("store/images"))) {
            entry = entries.findFirst().orElseThrow();
        }
        Files.writeString(entry.resolve("image/release"), "damaged");

        assertThat(make("two", COPY, false, true)).isEqualTo(ImageLink.Outcome.MADE);
        assertThat(told).singleElement().asString().contains("release is not what was put there");
        assertThat(make("three", FAIL, false, true)).isEqualTo(ImageLink.Outcome.FETCHED);
    }

    @Test
    void whatIsToBeLinkedTwiceIsNotTakenFromTheStore() throws Exception {
        make("one", COPY, false, true);

        assertThatThrownBy(() -> make("two", FAIL, true, true))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("nothing is linked here");
    }

    @Test
    void whatIsNotAcceptedTakesNoPlaceAndIsNotKept() throws Exception {
        assertThat(make("one", COPY, false, false)).isEqualTo(ImageLink.Outcome.REFUSED);
        assertThat(dir.resolve("store/images")).doesNotExist();

        make("one", COPY, false, true);
        assertThat(make("two", FAIL, false, false)).isEqualTo(ImageLink.Outcome.REFUSED);
        assertThat(dir.resolve("two/image")).doesNotExist();
    }

    private ImageLink.Outcome make(String name, String jlink, boolean reproducible, boolean accepted) throws Exception {
        ImageStore store = new ImageStore(dir.resolve("store"), 1L << 30, told::add);
        return new ImageLink(
                        dir.resolve(name),
                        new LinkMeans(ImageArchive.NONE, reproducible, Optional.empty(), Optional.of(store)))
                .make(
                        LinkedApp.plan(),
                        "{}\n".getBytes(StandardCharsets.UTF_8),
                        TestJdk.runningWith(
                                dir.resolve("jdk-" + ContentHash.of(jlink).substring(0, 8)), jlink),
                        false,
                        "test 1",
                        image -> accepted,
                        command -> {});
    }
}
