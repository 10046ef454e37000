package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.export.PlatformTags;
import io.whittle.graph.export.TagNames;
import io.whittle.graph.export.TagsJson;
import io.whittle.graph.export.TagsText;
import io.whittle.graph.resolve.Allowlist;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        for (Map.Entry<String, List<PlatformTags>> profile : byProfile.entrySet()) {
            tell(names, profile.getKey(), profile.getValue());
        }
    }

    private void tell(TagNames names, String profile, List<PlatformTags> platforms) throws GoalException, IOException {
        Path folder = OutputPlace.below(request.output(), profile);
        for (PlatformTags each : platforms) {
            progress.say(profile + " on " + each.platform() + ": features in: "
                    + each.resolution().in().size() + ", out: "
                    + each.resolution().out().size() + "; tags: " + each.tags().size());
        }
        Path file = folder.resolve("tags.txt");
        // The document first: who waits for tags.txt finds both.
        write(folder.resolve("tags.json"), TagsJson.write(names, request.strategy(), platforms));
        write(file, TagsText.write(platforms));
        progress.say("written to " + file);
    }

    private static void write(Path file, String text) throws IOException {
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
