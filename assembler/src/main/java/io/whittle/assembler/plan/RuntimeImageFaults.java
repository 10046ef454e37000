package io.whittle.assembler.plan;

import io.whittle.assembler.modules.LinkableRuntime;
import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a JDK without jmods cannot do, which links from its own run-time image (JEP 493). */
final class RuntimeImageFaults {
    private static final String MEND = "link a JDK with jmods with -Dwhittle.jdk=<folder>.";
    private static final int MOST_NAMES = 3;

    private final TargetJdk jdk;
    private final ModuleWalk walk;
    private final Asker asker;

    RuntimeImageFaults(TargetJdk jdk, ModuleWalk walk, Asker asker) {
        this.jdk = jdk;
        this.walk = walk;
        this.asker = asker;
    }

    List<String> all() {
        if (jdk.jmods().isPresent()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        if (walk.reached().containsKey("jdk.jlink")) {
            faults.add("The JDK " + jdk.version() + " has no jmods and links from itself; such a JDK cannot put"
                    + " jdk.jlink into an image.\n  It is in since " + asker.chain(walk.chain("jdk.jlink"))
                    + ".\n  Leave it out, or " + MEND);
        }
        try {
            LinkableRuntime runtime = LinkableRuntime.of(jdk.home(), walk.modules());
            if (!runtime.isLinkable()) {
                faults.add("The JDK at " + jdk.home() + " (Java " + jdk.version()
                        + ") has no jmods, and was not built to be linked without them.\n  Install its jmods, or "
                        + MEND);
            } else {
                modified(runtime.modified(), faults);
            }
        } catch (IOException unreadable) {
            // A JDK that cannot be read has been told of when its modules were.
            return faults;
        }
        return faults;
    }

    private void modified(List<String> files, List<String> faults) {
        if (!files.isEmpty()) {
            faults.add("The JDK at " + jdk.home() + " (Java " + jdk.version()
                    + ") has no jmods and links from its own files, and refuses those that were changed or taken away"
                    + " since it was built: " + String.join(", ", files.subList(0, Math.min(MOST_NAMES, files.size())))
                    + (files.size() > MOST_NAMES ? " and " + (files.size() - MOST_NAMES) + " more" : "")
                    + ".\n  Install it anew, or " + MEND);
        }
    }
}
