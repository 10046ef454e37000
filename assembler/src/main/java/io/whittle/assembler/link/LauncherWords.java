package io.whittle.assembler.link;

import io.whittle.assembler.natives.LaidNatives;
import io.whittle.assembler.plan.LaunchPath;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Os;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A launcher without its script: the words that it puts behind {@code bin/java}. */
public record LauncherWords(Launcher launcher, LaunchPath path) {
    /** The words behind {@code bin/java}, in the order of the script; the user's own arguments follow. */
    public List<String> behindJava(Path image, List<String> moreOptions) {
        return behindJava(image.toString(), File.separator, File.pathSeparator, moreOptions);
    }

    /**
     * The words where an image lies in a Linux of its own, whichever system this runs on.
     *
     * @param image its path there
     */
    public List<String> behindJavaOnLinux(String image) {
        return behindJava(image, "/", ":", List.of());
    }

    private List<String> behindJava(String image, String separator, String pathSeparator, List<String> moreOptions) {
        String lib = image + separator + "lib";
        List<String> words = new ArrayList<>();
        launcher.jvm().forEach(option -> words.add(option.replace(LaidNatives.LIB, lib)));
        words.addAll(moreOptions);
        if (!path.roots().isEmpty()) {
            words.addAll(List.of("--add-modules", String.join(",", path.roots())));
        }
        if (!path.classPath().isEmpty()) {
            // One by one, since an image may have more of them than this launcher is to see.
            words.add("-cp");
            words.add(path.classPath().stream()
                    .map(jar -> image + separator + jar.replace("/", separator))
                    .collect(Collectors.joining(pathSeparator)));
        }
        if (launcher.module().isPresent()) {
            words.add("-m");
        }
        words.add(main(launcher));
        words.addAll(launcher.args());
        return words;
    }

    /** What a JVM is told to start. */
    static String main(Launcher launcher) {
        return launcher.module().map(module -> module.text() + "/").orElse("")
                + launcher.main().text();
    }

    /** The environment variable that holds more options for the JVM, split at white space. */
    public String variable() {
        return new LauncherScript(launcher, path).variable();
    }

    /** The name of its file in {@code bin/}. */
    public String fileName(Os os) {
        return new LauncherScript(launcher, path).fileName(os);
    }
}
