package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFiles;
import io.whittle.graph.export.PlatformTags;
import io.whittle.graph.export.TagNames;
import io.whittle.graph.export.TagsJson;
import io.whittle.graph.export.TagsText;
import io.whittle.graph.resolve.Allowlist;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Spells what profiles come to for builds that are not Java: as tags, or through a template of the user's own. */
public final class TagsGoal {
    private final TagsRequest request;
    private final Progress progress;

    private TagsGoal(TagsRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException with everything that stands against it; then nothing is written
     */
    public static void run(TagsRequest request, Progress progress) throws GoalException, IOException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        TagsGoal goal = new TagsGoal(request, progress);
        Resolutions<Resolution> resolutions = goal.resolutions();
        if (request.template().isPresent()) {
            new FilledTemplates(request, progress).write(resolutions.catalog(), resolutions.each());
        } else {
            goal.write(resolutions);
        }
    }

    private Resolutions<Resolution> resolutions() throws GoalException {
        return Resolutions.of(
                request.catalog(), request.profiles(), request.platforms(), strategy(), Resolution::warnings, progress);
    }

    private Resolutions.Strategy<Resolution> strategy() throws GoalException {
        return switch (request.strategy()) {
            case "closure" -> Resolver::resolve;
            case "allowlist" -> (catalog, asked) -> Allowlist.of(catalog, asked).built();
            default ->
                throw new GoalException(List.of("whittle.strategy is '" + request.strategy()
                        + "', which is none.\n  Take closure, which follows requirements, or allowlist, which does not"
                        + " and shows what a plain list would be."));
        };
    }

    private void write(Resolutions<Resolution> resolutions) throws GoalException, IOException {
        TagNames names = Spellings.of(resolutions.catalog());
        Map<String, List<PlatformTags>> byProfile = new LinkedHashMap<>();
        for (Resolution resolution : resolutions.each()) {
            byProfile
                    .computeIfAbsent(resolution.profile().name(), unseen -> new ArrayList<>())
                    .add(PlatformTags.of(names, resolution));
        }
        SortedMap<String, String> texts = new TreeMap<>();
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, List<PlatformTags>> profile : byProfile.entrySet()) {
            Path folder = OutputPlace.below(request.output(), profile.getKey());
            tell(profile.getKey(), profile.getValue());
            // By name, and so the document first: who waits for tags.txt finds both.
            texts.put(profile.getKey() + "/tags.json", TagsJson.write(names, request.strategy(), profile.getValue()));
            texts.put(profile.getKey() + "/tags.txt", TagsText.write(profile.getValue()));
            written.add(folder.resolve("tags.txt"));
        }
        WholeFiles.write(request.output(), texts);
        written.forEach(file -> progress.say("written to " + file));
    }

    private void tell(String profile, List<PlatformTags> platforms) {
        for (PlatformTags each : platforms) {
            progress.say(profile + " on " + each.platform() + ": features in: "
                    + each.resolution().in().size() + ", out: "
                    + each.resolution().out().size() + "; tags: " + each.tags().size());
        }
    }
}
