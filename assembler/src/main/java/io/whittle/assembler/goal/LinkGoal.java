package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.GoalRecord;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links the images of profiles and platforms, or finds that nothing has changed.
 *
 * <p>The question whether there is anything to do is answered before a parser or a graph is loaded: what answers it is
 * this class and the package {@code fresh}.
 */
public final class LinkGoal {
    private static final String SAID = "said ";
    private static final String WARNED = "warned ";

    private LinkGoal() {}

    /**
     * Runs the goal.
     *
     * @throws GoalException with everything that stands against it; of an image that does not come to stand, the former one does
     */
    public static void run(LinkRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        String asked = text(request);
        GoalRecord record = new GoalRecord(request.output().resolve("link.record"));
        BuildLock lock = BuildLock.in(request.output(), progress);
        try {
            new Leftovers(request.output(), progress).clear();
            Optional<List<String>> unchanged = record.unchanged(asked);
            if (unchanged.isPresent()) {
                unchanged.get().forEach(line -> repeat(line, progress));
            } else {
                link(request, record.begin(asked, texts(request), inputs(request)), progress);
            }
        } finally {
            lock.close();
        }
    }

    private static void link(LinkRequest request, GoalRecord.Begun begun, Progress progress)
            throws GoalException, IOException, InterruptedException {
        RememberedWarnings warnings = new RememberedWarnings(progress);
        OutputOwner owner = new OutputOwner(request);
        owner.warnOfAnother(progress);
        Images images = new Images(request, Acceptance.of(request, warnings), warnings);
        List<String> said = new ArrayList<>();
        LinkedImages linked = images.link();
        owner.claim();
        linked.complain(List.of());
        linked.each().forEach(image -> said.add(SAID + image.headline()));
        warnings.lines().forEach(line -> said.add(WARNED + line));
        List<Path> seen = new ArrayList<>(images.written());
        seen.addAll(linked.jdks().marks());
        begun.write(seen, said);
    }

    // A warning is as true in a build that does nothing.
    private static void repeat(String line, Progress progress) {
        if (line.startsWith(WARNED)) {
            progress.warn(line.substring(WARNED.length()));
        } else {
            progress.say("unchanged: " + line.substring(SAID.length()));
        }
    }

    // The accepted state counts also where it is not there: it may appear.
    private static List<Path> texts(LinkRequest request) {
        return List.of(request.catalog(), request.lockFile());
    }

    private static List<Path> inputs(LinkRequest request) {
        List<Path> inputs = new ArrayList<>(request.toolFiles());
        request.path().forEach(entry -> inputs.add(entry.path()));
        return inputs;
    }

    private static String text(LinkRequest request) {
        return String.join(
                "\n",
                request.tool(),
                request.project(),
                request.catalog().toString(),
                request.profiles().toString(),
                request.platforms().toString(),
                request.cells().toString(),
                request.path().toString(),
                request.replace().toString(),
                request.jdks().text(),
                Boolean.toString(request.ignoreSignatures()),
                request.lockFile().toString(),
                Boolean.toString(request.lock().compared()),
                request.lock().tolerance(),
                request.after().toString());
    }
}
