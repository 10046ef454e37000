package io.whittle.assembler.plan;

import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.export.FeatureProperties;

import java.util.List;
import java.util.Optional;

/** What the profile says of its image, as jlink is to be told. What speaks against it, and what is told, goes into the lists of the plan. */
final class PlanSettings {
    private final PlanInput input;
    private final List<String> faults;
    private final List<String> notes;

    PlanSettings(PlanInput input, List<String> faults, List<String> notes) {
        this.input = input;
        this.faults = faults;
        this.notes = notes;
    }

    ImageSettings of(ModuleWalk walk) {
        ImageOptions image = input.resolution().profile().image();
        List<String> strip = texts(image.strip());
        if (strip.contains("native-debug")) {
            PlanFaults.nativeDebug(
                            input.catalog()
                                    .source()
                                    .at(image.strip().orElseThrow().get(0).place()),
                            input.resolution().platform())
                    .ifPresent(faults::add);
        }
        // jlink fails when it is asked to choose among locales that are not there.
        boolean localized = walk.reached().containsKey("jdk.localedata");
        return new ImageSettings(
                        compression(image), strip, localized ? texts(image.locales()) : List.of(), archive(image))
                .with(image.features()
                        .map(file -> new FeaturesFile(file.text(), FeatureProperties.ofImage(input.resolution()))));
    }

    private static ClassArchive archive(ImageOptions image) {
        String word = image.cds().map(Mention::text).orElse("none");
        return new ClassArchive(word, word.equals("app") ? texts(image.train()) : List.of());
    }

    // What is compressed once hardly packs: all modules in one go come to less.
    private Optional<String> compression(ImageOptions image) {
        Optional<String> asked = image.compress().map(Mention::text);
        String aim = image.optimize().map(Mention::text).orElse("");
        if (aim.equals("transfer")) {
            asked.filter(level -> !level.equals("zip-0"))
                    .ifPresent(level -> notes.add("not compressed with " + level
                            + ", since 'optimize' is transfer: its archive is smaller so"));
            return Optional.empty();
        }
        return aim.equals("disk") ? asked.or(() -> Optional.of("zip-6")) : asked;
    }

    private static List<String> texts(Optional<List<Mention>> mentions) {
        return mentions.orElse(List.of()).stream().map(Mention::text).toList();
    }
}
