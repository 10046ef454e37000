package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.heal.Diagnosis;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.edit.CatalogEditor;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Adds to a catalogue what an image was found to lack, where the profile can be had with it.
 *
 * @param file the catalogue
 */
record BisectFix(Path file, Progress progress) {
    /**
     * Mends.
     *
     * @param named the feature that the user says is to require it
     * @throws GoalException when it is not clear where it belongs, or the profile could not be had any more; the file is as it was
     *     then
     */
    void mend(Diagnosis diagnosis, Optional<String> named) throws GoalException, IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<Addition> additions = diagnosis.edits(place(diagnosis, named, text));
        if (additions.isEmpty()) {
            progress.say("nothing is added to " + file + ": no part is missing");
            return;
        }
        String mended = added(text, additions);
        if (mended.equals(text)) {
            throw new GoalException(List.of("Nothing is added to " + file + ": " + additions
                    + " stands there already, under a 'when' that is too narrow. Widen that."));
        }
        requireProfiles(text, mended);
        WholeFile.write(file, mended.getBytes(StandardCharsets.UTF_8));
        progress.say("added to " + file + ":");
        additions.forEach(addition -> progress.say("  " + addition));
    }

    /** A feature that the user names is one. */
    static void requireKnown(String feature, FeatureCatalog catalog, List<String> faults) {
        if (!catalog.features().containsKey(feature)) {
            faults.add("whittle.feature names '" + feature + "', but "
                    + catalog.source().file() + " has no such feature."
                    + new NearestName()
                            .to(feature, catalog.features().keySet())
                            .map(meant -> "\n  Is " + meant + " meant?")
                            .orElse(""));
        }
    }

    private Optional<String> place(Diagnosis diagnosis, Optional<String> named, String text) throws GoalException {
        if (named.isPresent()) {
            requireInImage(diagnosis, named.get(), read(text));
            return named;
        }
        if (diagnosis.askers().size() > 1) {
            throw new GoalException(List.of("Nothing is added to " + file + ": the check " + diagnosis.check()
                    + " is about " + String.join(", ", diagnosis.askers())
                    + ", and which of them needs what is missing shows only in the code.\n"
                    + "  Name it with -Dwhittle.feature=<feature>."));
        }
        return diagnosis.askers().stream().findFirst();
    }

    private String added(String text, List<Addition> additions) throws GoalException {
        try {
            return CatalogEditor.add(text, additions);
        } catch (CatalogException broken) {
            throw new GoalException(List.of(
                    "Nothing is added to " + file + ", since it would have a fault then:\n" + broken.getMessage()));
        }
    }

    // What is declared at a feature that is out changes nothing.
    private void requireInImage(Diagnosis diagnosis, String feature, FeatureCatalog catalog) throws GoalException {
        Request image = new Request(diagnosis.profile(), diagnosis.platform());
        boolean in = Resolutions.answers(catalog, List.of(image), Resolver::resolve, new ArrayList<>())
                .get(0)
                .in()
                .contains(feature);
        if (!in) {
            throw new GoalException(List.of("whittle.feature names " + feature + ", which is not in "
                    + diagnosis.profile() + " on " + diagnosis.platform()
                    + ": what it requires changes nothing there.\n  Name a feature that is in."));
        }
    }

    /** Each profile that can be had now can be had with what is added, and loses nothing. */
    private void requireProfiles(String text, String mended) throws GoalException {
        FeatureCatalog before = read(text);
        FeatureCatalog after = read(mended);
        List<String> faults = new ArrayList<>();
        for (Request request : requests(before)) {
            Optional<Resolution> now = attempt(before, request);
            if (now.isEmpty()) {
                continue;
            }
            Optional<Resolution> then = attempt(after, request);
            SortedSet<String> lost = new TreeSet<>(now.get().in());
            then.ifPresent(mend -> lost.removeAll(mend.in()));
            if (then.isEmpty() || !lost.isEmpty()) {
                faults.add(request.profile() + " on " + request.platform()
                        + then.map(mend -> " would lose " + String.join(", ", lost))
                                .orElse(" could not be had any more"));
            }
        }
        if (!faults.isEmpty()) {
            throw new GoalException(List.of("Nothing is added to " + file + ", since then\n  "
                    + String.join("\n  ", faults)
                    + "\n  Say by hand where it counts ('when'), or let these profiles have it."));
        }
    }

    /** Every profile on its platforms, and on every one that the catalogue names besides. */
    private static Set<Request> requests(FeatureCatalog catalog) {
        Set<Request> requests = new LinkedHashSet<>(Requests.of(catalog, List.of(), List.of(), new ArrayList<>()));
        Set<Platform> named = requests.stream().map(Request::platform).collect(Collectors.toCollection(TreeSet::new));
        for (String profile : catalog.profiles().keySet()) {
            if (EffectiveProfile.of(catalog, profile).platforms().isEmpty()) {
                named.forEach(platform -> requests.add(new Request(profile, platform)));
            }
        }
        return requests;
    }

    private static Optional<Resolution> attempt(FeatureCatalog catalog, Request request) {
        try {
            return Optional.of(Resolver.resolve(catalog, request));
        } catch (UnresolvableException clash) {
            return Optional.empty();
        }
    }

    private FeatureCatalog read(String text) throws GoalException {
        try {
            return CatalogReader.read(file, text).catalog();
        } catch (CatalogException broken) {
            throw new GoalException(List.of(broken.getMessage()));
        }
    }
}
