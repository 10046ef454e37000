package io.whittle.assembler.cds;

import io.whittle.assembler.cds.ImageJava.Said;
import io.whittle.assembler.link.LauncherWords;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.catalog.Launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Proves that what an image starts uses its archive: the JVM goes on without one that it cannot map, and says nothing. */
final class ArchiveProof {
    private static final String SHARED = "source: shared objects file";

    private final ImagePlan plan;
    private final ImageJava java;
    private final Consumer<String> say;

    ArchiveProof(ImagePlan plan, ImageJava java, Consumer<String> say) {
        this.plan = plan;
        this.java = java;
        this.say = say;
    }

    /**
     * Starts each launcher, with its own options, up to its main class.
     *
     * @throws LinkException with every launcher that does not get its classes from the archive
     */
    void prove(Path image) throws LinkException, IOException, InterruptedException {
        if (plan.launchers().isEmpty()) {
            loaded(List.of("-Xshare:on", log(), "-version"), "The image's JVM");
            return;
        }
        List<String> faults = new ArrayList<>();
        for (Launcher launcher : plan.launchers()) {
            try {
                List<String> words = new LauncherWords(launcher, plan.launchPath())
                        .behindJava(image, List.of("-Xshare:on", log(), "--dry-run"));
                own(launcher, loaded(words, "Launcher " + launcher.name()));
            } catch (LinkException unused) {
                faults.addAll(unused.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new LinkException(faults);
        }
    }

    private String log() {
        return "-Xlog:class+load=info:file=" + file();
    }

    private Path file() {
        return java.scratch().resolve("loaded.log");
    }

    private List<String> loaded(List<String> words, String who)
            throws LinkException, IOException, InterruptedException {
        Files.deleteIfExists(file());
        Said said = java.run(words);
        List<String> lines =
                Files.exists(file()) ? Files.readAllLines(file(), StandardCharsets.UTF_8) : List.<String>of();
        if (said.exit() != 0 || !isShared(lines, "java.lang.Object")) {
            String text = said.end();
            throw new LinkException(
                    who + " does not use the archive of classes that was made for it"
                            + (text.isEmpty() ? "." : ":\n" + text.indent(4).stripTrailing())
                            + "\n  An archive is for JVMs with compressed pointers, as it is made with: -XX:+UseZGC, a heap of 32 GiB and"
                            + " more, -Xshare:off and the like in its jvm options keep it out. Take them out, or write cds: none.");
        }
        return lines;
    }

    // The JVM has reasons to leave a class out, such as that it is older than Java 6; the rest is as good.
    private void own(Launcher launcher, List<String> lines) {
        boolean wanted =
                plan.settings().archive().isOfApplication() && launcher.module().isPresent();
        if (wanted && !isShared(lines, launcher.main().text())) {
            say.accept("the JVM did not take the main class of launcher " + launcher.name() + " into the archive");
        }
    }

    private static boolean isShared(List<String> lines, String type) {
        return lines.stream().anyMatch(line -> line.contains(" " + type + " ") && line.contains(SHARED));
    }
}
