package io.whittle.assembler.goal;

import io.whittle.assembler.diff.Diff;
import io.whittle.assembler.diff.DiffJson;
import io.whittle.assembler.diff.DiffMarkdown;
import io.whittle.assembler.diff.DiffText;
import io.whittle.assembler.diff.Differ;
import io.whittle.assembler.diff.Side;
import io.whittle.assembler.diff.UnusableSideException;
import io.whittle.assembler.fresh.WholeFiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds two catalogues, locks or outputs against each other, and tells what is other. A difference is no failure. */
public final class DiffGoal {
    private static final String NOTHING_NAMED = """
            whittle.from is not set: what shall be compared with the project's own?
              Name a feature-tags.yaml, a whittle.lock, a target/whittle or the folder of one image in it, such as the catalogue of another revision:
                git show main:feature-tags.yaml > target/former-feature-tags.yaml
                mvn whittle:diff -Dwhittle.from=target/former-feature-tags.yaml""";

    private DiffGoal() {}

    /**
     * Runs the goal.
     *
     * @throws GoalException with everything that stands against it; then nothing is written
     */
    public static void run(DiffRequest request, Progress progress) throws GoalException, IOException {
        Path from = request.from().orElseThrow(() -> new GoalException(List.of(NOTHING_NAMED)));
        try {
            List<Side> sides = new DiffSides(request).of(from);
            Diff diff = Differ.between(sides.get(0), sides.get(1));
            DiffText.lines(diff).forEach(progress::say);
            WholeFiles.write(
                    request.output(),
                    new TreeMap<>(Map.of("diff.json", DiffJson.write(diff), "diff.md", DiffMarkdown.write(diff))));
            progress.say("written to " + request.output().resolve("diff.json") + " and diff.md");
        } catch (UnusableSideException unusable) {
            throw new GoalException(unusable.faults());
        }
    }
}
