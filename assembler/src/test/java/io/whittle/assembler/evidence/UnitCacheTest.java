package io.whittle.assembler.evidence;

import io.whittle.assembler.jdkneeds.JdkAsk;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What a jar said before is told again as it was, or not at all. */
class UnitCacheTest {
    private static final String KEY = "key";
    private static final List<ModuleDescriptor> JDK = ModuleFinder.ofSystem().findAll().stream()
            .map(ModuleReference::descriptor)
            .toList();

    @TempDir
    Path folder;

    @Test
    void comesBackAsItWas() throws IOException {
        assertThat(StoredReader.read(KEY, StoredWriter.write(KEY, rich()))).contains(rich());
    }

    @Test
    void isNotWhatWasKeptUnderAnotherKey() throws IOException {
        assertThat(StoredReader.read("other", StoredWriter.write(KEY, rich()))).isEmpty();
    }

    @Test
    void isNothingWhereAnyBitOfItIsAnother() throws IOException {
        byte[] whole = StoredWriter.write(KEY, rich());
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] broken = whole.clone();
            broken[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(StoredReader.read(KEY, broken)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void isNothingWhereItIsCutOff() throws IOException {
        byte[] whole = StoredWriter.write(KEY, rich());
        for (int length = 0; length < whole.length; length++) {
            assertThat(StoredReader.read(KEY, Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        assertThat(StoredReader.read(KEY, Arrays.copyOf(whole, whole.length + 1)))
                .isEmpty();
    }

    @Test
    void saysTheSameColdAndWarmAndWithoutCache() throws IOException {
        ModuleIndex index = index("b.Net.open();");

        Evidence without = Evidence.of(index, JDK);
        Evidence cold = Evidence.of(index, JDK, Optional.of(cache()));
        Evidence warm = Evidence.of(index, JDK, Optional.of(cache()));

        assertThat(without.uses()).isNotEmpty();
        assertThat(cold).isEqualTo(without);
        assertThat(warm).isEqualTo(without);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void isBelievedWhereItIsWhole() throws IOException {
        ModuleIndex index = index("b.Net.open();");
        Evidence.of(index, JDK, Optional.of(cache()));
        for (Path entry : entries()) {
            String key = entry.getFileName().toString().replace(".uses", "");
            UnitUses before = StoredReader.read(key, Files.readAllBytes(entry)).orElseThrow();
            Files.write(entry, StoredWriter.write(key, withoutUses(before)));
        }
        forgetWhatWasJoined();

        assertThat(Evidence.of(index, JDK, Optional.of(cache())).uses())
                .extracting(Use::what)
                .containsExactly("requires");
    }

    @Test
    void isReadAnewWhereItIsBroken() throws IOException {
        ModuleIndex index = index("b.Net.open();");
        Evidence cold = Evidence.of(index, JDK, Optional.of(cache()));
        for (Path entry : entries()) {
            Files.writeString(entry, "not an entry");
        }
        forgetWhatWasJoined();

        assertThat(Evidence.of(index, JDK, Optional.of(cache()))).isEqualTo(cold);
    }

    @Test
    void seesAChangedClass() throws IOException {
        Evidence before = Evidence.of(index("b.Net.open();"), JDK, Optional.of(cache()));
        Evidence after = Evidence.of(index("int none = 0;"), JDK, Optional.of(cache()));

        assertThat(before.uses()).extracting(Use::what).contains("b.Net");
        assertThat(after.uses()).extracting(Use::what).doesNotContain("b.Net");
    }

    @Test
    void holdsOnlyWhileTheSameJarsHaveThePackagesThatItNames() throws IOException {
        List<PathEntry> both = folders("b.Net.open();");
        ModuleIndex alone = ModuleIndex.of(both.subList(0, 1));
        Evidence.of(alone, JDK, Optional.of(cache()));

        Evidence later = Evidence.of(ModuleIndex.of(both), JDK, Optional.of(cache()));
        Evidence again = Evidence.of(alone, JDK, Optional.of(cache()));

        assertThat(later.uses()).extracting(Use::what).contains("b.Net");
        assertThat(again.uses()).extracting(Use::what).doesNotContain("b.Net");
    }

    @Test
    void losesWhatNoRunNeedsAfterThirtyDays() throws IOException {
        Evidence.of(index("b.Net.open();"), JDK, Optional.of(cache()));
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(31)));
        for (Path entry : entries()) {
            Files.setLastModifiedTime(entry, old);
        }
        Path unknown = Files.writeString(cache().resolve("notes.txt"), "mine");
        Files.setLastModifiedTime(unknown, old);

        Evidence.of(index("int none = 0;"), JDK, Optional.of(cache()));

        // That of b, which both runs used, and the new one of a.
        assertThat(entries()).hasSize(2);
        assertThat(unknown).exists();
    }

    private void forgetWhatWasJoined() throws IOException {
        Files.delete(cache().resolve("joined.evidence"));
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.filter(file -> file.toString().endsWith(".uses")).toList();
        }
    }

    private ModuleIndex index(String statement) throws IOException {
        return ModuleIndex.of(folders(statement));
    }

    private List<PathEntry> folders(String statement) throws IOException {
        Path run = Files.createTempDirectory(folder, "run");
        return new TestReactor()
                .module("a", "requires b;")
                .type("a", "a.User", "class User { void run() { " + statement + " } }")
                .module("b", "exports b;")
                .type("b", "b.Net", "public class Net { public static void open() {} }")
                .folders(run);
    }

    private static UnitUses withoutUses(UnitUses unit) {
        return new UnitUses(
                unit.module(),
                unit.classes(),
                unit.resources(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                unit.provides(),
                unit.handed(),
                unit.parents(),
                unit.skipped(),
                List.of(),
                unit.packages());
    }

    private static UnitUses rich() {
        CodePlace place = new CodePlace("a", "a.User", "run", Optional.of("User.java"), 7);
        CodePlace bare = new CodePlace("a", "a.Übung\ud800", "", Optional.empty(), 0);
        return new UnitUses(
                "a",
                new TreeSet<>(List.of("a.User", "a.User$One")),
                new TreeSet<>(List.of("a/own.txt")),
                List.of(
                        new UnitUses.Reference("b.Net", true, new TreeSet<>(List.of("b")), List.of(place, bare), 12),
                        new UnitUses.Reference("b.Net", false, new TreeSet<>(), List.of(), 1)),
                Stream.of(UnitUses.Sink.values())
                        .map(sink -> new UnitUses.Named(sink, "b.Net", sink == UnitUses.Sink.CLASS, place))
                        .toList(),
                List.of(new UnitUses.Asked("b.Service", true, bare)),
                List.of(
                        new UnitUses.Call("b/Net.of(Ljava/lang/Class;)V", 3, Optional.of("b.Service"), false, place),
                        new UnitUses.Call("b/Net.of(Ljava/lang/Class;)V", 3, Optional.empty(), true, bare)),
                List.of(
                        new UnitUses.Forward("m", 1, Optional.of(UnitUses.Sink.BUNDLE), "", 0, true, place),
                        new UnitUses.Forward("m", 1, Optional.empty(), "n", 2, false, bare)),
                List.of(new UnitUses.Unknown(UnitUses.Sink.SERVICE, place)),
                new TreeMap<>(Map.of("b.Service", List.of("a.One", "a.Two"))),
                new TreeMap<>(Map.of("b/Net.name(Ljava/lang/String;)V", 7)),
                new TreeMap<>(Map.of("a/User", List.of("b/Net", "b/Other"))),
                List.of("a.Broken of test:a:1: it is cut off"),
                asks().map(ask -> new AskedByModule("a", ask, place, false, List.of()))
                        .toList(),
                new TreeMap<>(Map.of(7L, PathPackages.Whose.ANOTHERS, -7L, PathPackages.Whose.NOBODYS)));
    }

    private static Stream<JdkAsk> asks() {
        return Stream.of(
                new JdkAsk.SecurityService("Cipher", "AES", Optional.of("SunJCE")),
                new JdkAsk.SecurityService("Cipher", "AES"),
                new JdkAsk.SecurityProvider("SunEC"),
                new JdkAsk.CharsetNamed("IBM037"),
                new JdkAsk.FileSystem("jar"),
                new JdkAsk.Language("fr"),
                new JdkAsk.Naming("dns"),
                new JdkAsk.ContextFactory("a.Factory"),
                new JdkAsk.RandomNumbers(Optional.of("L64X128MixRandom")),
                new JdkAsk.RandomNumbers(Optional.empty()));
    }
}
