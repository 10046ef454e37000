package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.JdkAsk;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What was joined before is told again as it was, or joined anew. */
class EvidenceCacheTest {
    private static final String KEY = "key";
    private static final List<ModuleDescriptor> JDK = ModuleFinder.ofSystem().findAll().stream()
            .map(ModuleReference::descriptor)
            .toList();

    @TempDir
    Path folder;

    @Test
    void comesBackAsItWas() throws IOException {
        assertThat(EvidenceReader.read(KEY, EvidenceWriter.write(KEY, rich()))).contains(rich());
    }

    @Test
    void isNotWhatWasKeptUnderAnotherKey() throws IOException {
        assertThat(EvidenceReader.read("other", EvidenceWriter.write(KEY, rich())))
                .isEmpty();
    }

    @Test
    void isNothingWhereAnyBitOfItIsAnother() throws IOException {
        byte[] whole = EvidenceWriter.write(KEY, rich());
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] broken = whole.clone();
            broken[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(EvidenceReader.read(KEY, broken)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void readsNoJarAndNothingOfOneWhereNoneChanged() throws IOException {
        ModuleIndex index = index("b.Net.open();");
        Evidence cold = read(index);
        for (Path entry : entries()) {
            Files.delete(entry);
        }

        assertThat(read(index)).isEqualTo(cold);
        assertThat(entries()).isEmpty();
    }

    @Test
    void isJoinedAnewWhereItIsBroken() throws IOException {
        ModuleIndex index = index("b.Net.open();");
        Evidence cold = read(index);
        Files.writeString(joined(), "not evidence");

        assertThat(read(index)).isEqualTo(cold);
        assertThat(Files.size(joined())).isGreaterThan(100);
    }

    @Test
    void isOfTheLastPath() throws IOException {
        ModuleIndex one = index("b.Net.open();");
        ModuleIndex other = index("int none = 0;");

        assertThat(read(one).uses()).extracting(Use::what).contains("b.Net");
        assertThat(read(other).uses()).extracting(Use::what).doesNotContain("b.Net");
        assertThat(read(one).uses()).extracting(Use::what).contains("b.Net");
    }

    private Evidence read(ModuleIndex index) throws IOException {
        return Evidence.of(index, JDK, Optional.of(folder.resolve("cache")));
    }

    private Path joined() {
        return folder.resolve("cache").resolve("joined.evidence");
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(".uses")).toList();
        }
    }

    private ModuleIndex index(String statement) throws IOException {
        return ModuleIndex.of(new TestReactor()
                .module("a", "requires b;")
                .type("a", "a.User", "class User { void run() { " + statement + " } }")
                .module("b", "exports b;")
                .type("b", "b.Net", "public class Net { public static void open() {} }")
                .folders(Files.createTempDirectory(folder, "run")));
    }

    private static Evidence rich() {
        CodePlace place = new CodePlace("a", "a.User", "run", Optional.of("User.java"), 7);
        CodePlace bare = new CodePlace("a", "a.Übung\ud800", "", Optional.empty(), 0);
        return new Evidence(
                List.of(
                        new Use("a", "b", Grade.BYTECODE, false, "b.Net", List.of(place, bare), 12),
                        new Use("a", "b", Grade.CONSTANT, true, "b/text.txt", List.of(), 1)),
                List.of(new ServiceUse("a", "b.Service", true, bare)),
                List.of(new Provision("b", "b.Service", "b.One")),
                List.of(new Undecided("a", Undecided.What.SERVICE, place)),
                List.of(new AskedByModule("a", new JdkAsk.Language("fr"), place, true, List.of("jdk.localedata"))),
                List.of("a.Broken of test:a:1: it is cut off"));
    }
}
