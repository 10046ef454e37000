package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.lock.EntryDiff;
import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockContents;
import io.whittle.assembler.lock.LockEntry;
import io.whittle.assembler.lock.LockJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Links images and accepts them: what each holds and takes on disk is written to whittle.lock, for those profiles and
 * platforms alone. All of them or none.
 */
public final class LockGoal {
    private final LinkRequest request;
    private final Progress progress;

    private LockGoal(LinkRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException with everything that stands against it; what was accepted before is still what is accepted
     */
    public static void run(LinkRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        BuildLock lock = BuildLock.in(request.output(), progress);
        try {
            new Leftovers(request.output(), progress).clear();
            new LockGoal(request, progress).run();
        } finally {
            lock.close();
        }
    }

    private void run() throws GoalException, IOException, InterruptedException {
        // What cannot be read could not be kept either: that is told before anything is linked.
        Acceptance anything = Acceptance.read(request).acceptingAnything();
        OutputOwner owner = new OutputOwner(request);
        owner.warnOfAnother(progress);
        LinkedImages images = new Images(request, anything, progress).link();
        owner.claim();
        images.complain(List.of());
        BuildLock lock = BuildLock.ofFile(request.lockFile());
        try {
            accept(images);
        } finally {
            lock.close();
        }
    }

    // Read anew: another build may have accepted something in the meantime.
    private void accept(LinkedImages images) throws GoalException, IOException {
        Acceptance read = Acceptance.read(request);
        Lock former = read.lock().orElseGet(Lock::empty);
        Lock next = former.withOnly(images.catalog().profiles().keySet());
        LockDifferences differences = new LockDifferences();
        for (ImageReport image : images.each()) {
            String profile = image.plan().profile();
            LockEntry now = new LockEntry(LockContents.of(image.resolution(), image.plan()), image.bytes());
            Optional<LockEntry> accepted = former.find(profile, image.plan().platform());
            List<String> lines = EntryDiff.of(accepted, now, read.tolerance());
            // A size that moved within the tolerance stays as it was accepted, or it would creep away unseen.
            if (!lines.isEmpty()) {
                next = next.with(profile, image.plan().platform(), now);
            }
            differences.add(profile, image.plan().platform(), lines);
        }
        write(former, next, differences, images);
    }

    private void write(Lock former, Lock next, LockDifferences differences, LinkedImages images) throws IOException {
        Path file = request.lockFile();
        if (next.equals(former)) {
            progress.say(file + " accepts this already: nothing changed");
            return;
        }
        WholeFile.write(file, LockJson.bytes(next));
        progress.say("accepted in " + file + " (- before, + now):");
        differences.lines().forEach(progress::say);
        former.profilesBeside(images.catalog().profiles().keySet())
                .forEach(stray -> progress.say("  " + stray + ": taken out, the catalogue has no such profile"));
    }
}
