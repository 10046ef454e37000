package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Verdict;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.ImageSettings;
import io.whittle.assembler.plan.LinkException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links an image with one option less at a time: where the check passes then, that option is to blame. */
final class OptionTrials {
    private final TrialCheck check;
    private final TrialImages images;
    private int runs;

    OptionTrials(TrialCheck check, TrialImages images, int runs) {
        this.check = check;
        this.images = images;
        this.runs = runs;
    }

    /** The options without which the check passes, as the catalogue spells them. */
    List<String> blamed(ImagePlan plan) throws LinkException, IOException, InterruptedException {
        List<String> blamed = new ArrayList<>();
        for (Map.Entry<String, ImageSettings> less : less(plan.settings()).entrySet()) {
            String name = "without-" + less.getKey();
            Path image = images.link(name, TrialImages.with(plan, less.getValue()));
            if (TrialCheck.verdict(check.run(image, plan, List.of(), ++runs)) == Verdict.PASS) {
                blamed.add(less.getKey());
            }
            images.delete(name);
        }
        return blamed;
    }

    private static Map<String, ImageSettings> less(ImageSettings settings) {
        Map<String, ImageSettings> less = new LinkedHashMap<>();
        if (!settings.locales().isEmpty()) {
            less.put(
                    "locales",
                    new ImageSettings(settings.compress(), settings.strip(), List.of()).with(settings.features()));
        }
        if (!settings.strip().isEmpty()) {
            less.put(
                    "strip",
                    new ImageSettings(settings.compress(), List.of(), settings.locales()).with(settings.features()));
        }
        return less;
    }
}
