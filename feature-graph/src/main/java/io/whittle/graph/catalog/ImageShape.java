package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code image}, of the catalogue or of a profile. */
final class ImageShape {
    private final Shape shape;

    ImageShape(Shape shape) {
        this.shape = shape;
    }

    ImageOptions read(Fields owner) {
        Fields fields = owner.fields("image", Level.IMAGE, "image: {compress: zip-6}");
        return new ImageOptions(
                launchers(fields),
                fields.text("compress", TextForm.COMPRESS),
                fields.text("optimize", TextForm.OPTIMIZE),
                fields.optionalTexts("strip", TextForm.STRIP, "[java-debug]"),
                fields.optionalTexts("locales", TextForm.LOCALE, "[en, de]"),
                fields.text("cds", TextForm.CDS),
                fields.optionalTexts("train", TextForm.NAME, "[answers]"),
                fields.text("features", TextForm.IMAGE_FILE));
    }

    private SortedMap<String, Launcher> launchers(Fields image) {
        SortedMap<String, Launcher> launchers = new TreeMap<>();
        String example = "{module: com.example.app, main: com.example.app.Main}";
        for (Node.Entry entry : image.entries("launchers", "launchers: {my-app: " + example + "}")) {
            Optional<Mention> name = shape.key(entry.key(), "launchers", TextForm.LAUNCHER);
            String what = "launcher " + entry.key().text();
            Fields fields = shape.fields(
                    entry.value(), what, Level.LAUNCHER, entry.key().text() + ": " + example);
            List<String> jvm = words(fields, "jvm", "[-Xmx64m]");
            List<String> args = words(fields, "args", "[--quiet]");
            Optional<Mention> module = fields.text("module", TextForm.MODULE);
            Optional<Mention> main = fields.requiredText("main", TextForm.MAIN_CLASS, "com.example.app.Main");
            if (name.isPresent() && main.isPresent()) {
                launchers.put(name.get().text(), new Launcher(name.get(), module, main.get(), jvm, args));
            }
        }
        return launchers;
    }

    private static List<String> words(Fields fields, String key, String example) {
        return fields.texts(key, TextForm.WORD, example).stream()
                .map(Mention::text)
                .toList();
    }
}
