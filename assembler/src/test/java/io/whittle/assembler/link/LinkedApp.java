package io.whittle.assembler.link;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.Scene;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static io.whittle.assembler.testing.TestModule.module;

/** A tiny application, linked for the host once for all tests of this package; nobody may change the image. */
final class LinkedApp {
    static final String CATALOG = """
            features:
              app: {modules: [acme.app]}
              words: {modules: [acme.words]}
            image:
              launchers:
                app: {module: acme.app, main: acme.app.Main, jvm: ['-Dgreeting=good day'], args: [to]}
              compress: zip-6
              strip: [java-debug]
            profiles:
              small: {include: [app]}
              full: {include: all}
            """;

    private static final class Once {
        static final Path FOLDER = link();
    }

    private LinkedApp() {}

    /** The folder that holds {@code image/} and its documents. */
    static Path folder() {
        return Once.FOLDER;
    }

    static Path image() {
        return folder().resolve("image");
    }

    static ImagePlan plan() {
        try {
            return scene(folder()).plan();
        } catch (LinkException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** The application's modules below a folder, planned for the host with the running JDK. */
    static Scene scene(Path folder) {
        return new Scene(folder.resolve("a path with spaces"), CATALOG)
                .jdk(TestJdk.running())
                .on(Platform.host().toString())
                .with(module("acme.app")
                        .main(
                                "acme.app.Main",
                                "System.out.println(System.getProperty(\"greeting\") + \" \" + String.join(\" \", args));"
                                        + " System.out.println(ModuleLayer.boot().modules().stream().map(Module::getName)"
                                        + ".sorted().toList());"))
                .with(module("acme.words").requires("java.logging").provides("acme.words"));
    }

    static ImageLink.Outcome link(Path folder, ImagePlan plan) throws LinkException, IOException, InterruptedException {
        byte[] resolution = "{}\n".getBytes(StandardCharsets.UTF_8);
        return new ImageLink(folder, LinkMeans.PLAIN)
                .make(plan, resolution, TestJdk.running(), false, "test 1", image -> true, command -> {});
    }

    private static Path link() {
        try {
            Path folder = Files.createTempDirectory("linked app");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            link(folder, scene(folder).plan());
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (LinkException | InterruptedException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static void delete(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException left) {
            System.err.println("not deleted: " + left);
        }
    }
}
