package io.whittle.assembler.link;

import io.whittle.assembler.natives.LaidNatives;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Os;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A launcher without its script: the words that it puts behind {@code bin/java}. */
public record LauncherWords(Launcher launcher, List<String> roots) {
    public LauncherWords {
        roots = List.copyOf(roots);
    }

    /** The words behind {@code bin/java}, in the order of the script; the user's own arguments follow. */
    public List<String> behindJava(Path image, List<String> moreOptions) {
        String lib = image.resolve("lib").toString();
        List<String> words = new ArrayList<>();
        launcher.jvm().forEach(option -> words.add(option.replace(LaidNatives.LIB, lib)));
        words.addAll(moreOptions);
        if (!roots.isEmpty()) {
            words.addAll(List.of("--add-modules", String.join(",", roots)));
        }
        words.addAll(
                List.of("-m", launcher.module().text() + "/" + launcher.main().text()));
        words.addAll(launcher.args());
        return words;
    }

    /** The environment variable that holds more options for the JVM, split at white space. */
    public String variable() {
        return new LauncherScript(launcher, roots).variable();
    }

    /** The name of its file in {@code bin/}. */
    public String fileName(Os os) {
        return new LauncherScript(launcher, roots).fileName(os);
    }
}
