package io.whittle.assembler.goal;

import io.whittle.assembler.jimage.ImageSize;
import io.whittle.assembler.lock.EntryDiff;
import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockContents;
import io.whittle.assembler.lock.LockEntry;
import io.whittle.assembler.lock.LockException;
import io.whittle.assembler.lock.LockReader;
import io.whittle.assembler.lock.Tolerance;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Holds what is planned and linked against what was accepted, and keeps every difference until all of them can be told at
 * once. Where nothing is to be compared, everything is accepted.
 */
final class Acceptance {
    private final LinkRequest request;
    private final Optional<Lock> lock;
    private final Tolerance tolerance;
    private final LockDifferences differences = new LockDifferences();
    private final SortedSet<String> noLongerOwn = new TreeSet<>();

    private Acceptance(LinkRequest request, Optional<Lock> lock, Tolerance tolerance) {
        this.request = request;
        this.lock = lock;
        this.tolerance = tolerance;
    }

    /** What a link is held against: the file, where there is one and the request wants it. */
    static Acceptance of(LinkRequest request, Progress progress) throws GoalException {
        Acceptance read = read(request);
        Path file = request.lockFile();
        if (!request.lock().compared() && read.lock.isPresent()) {
            progress.say("not compared with " + file + ", since whittle:lock is part of this call");
            return read.acceptingAnything();
        }
        if (request.lock().compared()
                && read.lock.isEmpty()
                && request.lock().named().isPresent()) {
            progress.warn("whittle.lockFile is " + file + ", and there is no such file: nothing is held against it.\n"
                    + "  Write it with " + request.lock().command() + " -Dwhittle.profile=<name>.");
        }
        // One that holds findings of an audit alone says nothing of images.
        boolean ofFindings = read.lock
                .filter(held -> held.profiles().isEmpty() && !held.findings().isEmpty())
                .isPresent();
        return ofFindings ? read.acceptingAnything() : read;
    }

    /** The same file, with everything wrong with it and with the tolerance told at once. */
    static Acceptance read(LinkRequest request) throws GoalException {
        List<String> faults = new ArrayList<>();
        Optional<Tolerance> tolerance = Tolerance.parse(request.lock().tolerance());
        if (tolerance.isEmpty()) {
            faults.add("whittle.lockTolerance is '" + request.lock().tolerance() + "', which is no percentage.\n"
                    + "  Write a number from 0 to 999, such as 1 or 0.5.");
        }
        Optional<Lock> lock = Optional.empty();
        try {
            lock = LockReader.read(request.lockFile());
        } catch (LockException unusable) {
            faults.add(unusable.getMessage());
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        return new Acceptance(request, lock, tolerance.orElseThrow());
    }

    Acceptance acceptingAnything() {
        return new Acceptance(request, Optional.empty(), tolerance);
    }

    Optional<Lock> lock() {
        return lock;
    }

    Tolerance tolerance() {
        return tolerance;
    }

    /** Warns of entries that nobody can link any more. */
    void warnOfStrays(FeatureCatalog catalog, Progress progress) {
        lock.map(held -> held.profilesBeside(catalog.profiles().keySet()))
                .filter(strays -> !strays.isEmpty())
                .ifPresent(strays -> progress.warn(request.lockFile() + " has profiles that "
                        + catalog.source().file() + " has not: " + String.join(", ", strays)
                        + ".\n  The next whittle:lock of any profile takes them out."));
    }

    /** Looks at what is known before an image is made. */
    void hold(Resolution resolution, ImagePlan plan) {
        if (lock.isPresent()) {
            Optional<LockEntry> accepted = lock.get().find(plan.profile(), plan.platform());
            LockContents now = LockContents.of(resolution, plan);
            differences.add(plan.profile(), plan.platform(), EntryDiff.ofContents(accepted, now));
            accepted.ifPresent(entry -> noLongerOwn.addAll(now.modulesNoLongerOwn(entry.contents())));
        }
    }

    /** What differs in the size of an image; where something does, it may not stand. May be asked by several threads. */
    List<String> ofSize(ImagePlan plan, Path image) throws IOException {
        Optional<LockEntry> accepted = lock.flatMap(held -> held.find(plan.profile(), plan.platform()));
        return accepted.isEmpty()
                ? List.of()
                : EntryDiff.ofSize(
                        accepted.get().imageBytes(), ImageSize.of(image).total(), tolerance);
    }

    /** Keeps what differs in the size of an image. */
    void refuse(ImagePlan plan, List<String> ofSize) {
        differences.add(plan.profile(), plan.platform(), ofSize);
    }

    /** Fails with every difference so far, and how to accept them. */
    void complain() throws GoalException {
        Optional<String> fault = fault();
        if (fault.isPresent()) {
            throw new GoalException(List.of(fault.get()));
        }
    }

    /** The same, for who has others to tell. */
    Optional<String> fault() {
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        List<String> text = new ArrayList<>();
        text.add(request.lockFile() + " accepts something else (- accepted, + now). No image of these was replaced:");
        text.addAll(differences.lines());
        if (!noLongerOwn.isEmpty()) {
            text.add("  Accepted as the project's own and now a dependency: " + String.join(", ", noLongerOwn)
                    + ". Was the build started at the top of its reactor?");
        }
        text.add("  If that is as it should be, accept it:");
        text.add("    " + differences.command(request.lock().command()));
        return Optional.of(String.join("\n", text));
    }
}
