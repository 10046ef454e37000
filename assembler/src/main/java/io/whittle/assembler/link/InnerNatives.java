package io.whittle.assembler.link;

import io.whittle.assembler.jimage.JimageNatives;
import io.whittle.assembler.natives.JarNatives;
import io.whittle.assembler.natives.NativeCut;
import io.whittle.assembler.natives.NativeEntry;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedJar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/** Native files inside the modules and the jars of an image, which are loaded out of these. */
final class InnerNatives {
    private final ImagePlan plan;
    private final Path image;
    private final List<String> wrong = new ArrayList<>();

    private InnerNatives(ImagePlan plan, Path image) {
        this.plan = plan;
        this.image = image;
    }

    /**
     * Those that are for another platform, though the plan does not say that the image keeps them: where each is and what it is. Reads every
     * resource's and every file's begin, but not of classes.
     */
    static List<String> wrong(ImagePlan plan, Path image) throws IOException {
        InnerNatives natives = new InnerNatives(plan, image);
        for (Map.Entry<String, List<NativeEntry>> module :
                JimageNatives.of(image.resolve("lib/modules")).entrySet()) {
            natives.look(module.getKey(), "module " + module.getKey(), module.getValue());
        }
        for (PlannedJar jar : plan.classPath()) {
            Path laid = image.resolve(jar.inImage());
            // That it is not there is another fault.
            if (Files.isRegularFile(laid)) {
                natives.look(jar.artifact(), jar.inImage(), entries(laid));
            }
        }
        return natives.wrong;
    }

    private static List<NativeEntry> entries(Path laid) throws IOException {
        try {
            return JarNatives.of(laid);
        } catch (ZipException other) {
            // Then it is not the planned jar, which is told of with its hash.
            return List.of();
        }
    }

    private void look(String name, String where, List<NativeEntry> entries) {
        if (plan.keepsForeign().contains(name)) {
            return;
        }
        for (NativeEntry entry : entries) {
            // One by one: what is kept because nothing better is there may lie beside another jar's better one.
            if (NativeCut.to(plan.platform(), List.of(entry)).nothingLeft()) {
                wrong.add(entry.name() + " in " + where + " (" + entry.detail() + ")");
            }
        }
    }
}
