package io.whittle.assembler.link;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.graph.catalog.Launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What launchers take on disk. */
public final class LauncherBytes {
    private LauncherBytes() {}

    /** Of all launchers of a planned image, without writing one. */
    public static long of(ImagePlan plan) throws IOException {
        long bytes = 0;
        for (Launcher launcher : plan.launchers()) {
            bytes += new LauncherScript(launcher, plan.launchPath())
                    .text(plan.platform().os())
                    .getBytes(StandardCharsets.UTF_8)
                    .length;
        }
        return bytes;
    }
}
