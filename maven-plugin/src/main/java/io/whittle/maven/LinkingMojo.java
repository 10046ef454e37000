package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.Linking;
import org.apache.maven.plugins.annotations.Parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the work of linking is done; it has no bearing on what comes of it. */
abstract class LinkingMojo extends RowsMojo {
    private static final long MEGABYTE = 1_000_000;

    /**
     * How many images are linked, or asked, at a time, where there are several: as many JVMs stay between links. Default: as many as there
     * are processors.
     */
    @Parameter(property = "whittle.workers")
    private Integer workers;

    /**
     * A folder that keeps finished images, from which those are taken that would come to the same; a relative path begins in this project's folder, or
     * else where Maven was started. Several builds may share it. Default: none.
     */
    @Parameter(property = "whittle.store")
    private String store;

    /** How many megabytes of images <code>whittle.store</code> keeps at most; those used longest ago go first. */
    @Parameter(property = "whittle.storeLimit", defaultValue = "2000")
    private long storeLimit;

    final Linking linking() throws GoalException {
        int processors = Runtime.getRuntime().availableProcessors();
        int most = workers == null ? processors : workers;
        List<String> faults = new ArrayList<>();
        if (most < 1) {
            faults.add("whittle.workers is " + most + ": it is the number of images that are linked at"
                    + " a time.\n  Write 1 or more; without it there are as many as there are processors, here "
                    + processors + ".");
        }
        if (storeLimit < 1) {
            faults.add("whittle.storeLimit is " + storeLimit
                    + ": it is how many megabytes of images are kept.\n  Write 1 or more, such as 2000; without"
                    + " whittle.store none are kept.");
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        // More than can be counted is as good as no limit.
        long bytes = Math.min(storeLimit, Long.MAX_VALUE / MEGABYTE) * MEGABYTE;
        return new Linking(most, Optional.ofNullable(store).map(folder -> new Linking.Store(named(folder), bytes)));
    }
}
