package io.whittle.assembler.plan;

import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.natives.ImageNatives;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/** The document plan.json; its schema is docs/plan.schema.json. It names no path of one machine. */
public final class PlanJson {
    private PlanJson() {}

    /** The document, in UTF-8; equal plans give equal bytes. */
    public static byte[] bytes(ImagePlan plan) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", 1);
        root.put("profile", plan.profile());
        root.put("platform", plan.platform().toString());
        ObjectNode jdk = root.putObject("jdk");
        jdk.put("version", plan.jdk().version());
        jdk.put("featureVersion", plan.jdk().featureVersion());
        plan.jdk().implementor().ifPresent(implementor -> jdk.put("implementor", implementor));
        jdk.put("sha256", plan.jdk().sha256());
        ArrayNode modules = root.putArray("modules");
        plan.modules().values().forEach(module -> add(modules.addObject(), module));
        ArrayNode classPath = root.putArray("classpath");
        plan.classPath().forEach(jar -> add(classPath.addObject(), jar));
        ArrayNode roots = root.putArray("roots");
        plan.roots().forEach(roots::add);
        if (!plan.keepsForeign().isEmpty()) {
            ArrayNode keepsForeign = root.putArray("keepsForeign");
            plan.keepsForeign().forEach(keepsForeign::add);
        }
        settings(root.putObject("settings"), plan.settings());
        ArrayNode launchers = root.putArray("launchers");
        plan.launchers().forEach(launcher -> add(launchers.addObject(), launcher));
        ArrayNode forbidden = root.putArray("forbidden");
        plan.forbidden().forEach(forbidden::add);
        ArrayNode notes = root.putArray("notes");
        plan.notes().forEach(notes::add);
        return JsonText.of(root).getBytes(StandardCharsets.UTF_8);
    }

    private static void add(ObjectNode node, PlannedModule module) {
        node.put("name", module.name());
        if (module.source() instanceof PlannedModule.FromPath found) {
            node.put("from", found.label());
            node.put("sha256", found.sha256());
            found.copy().ifPresent(copy -> add(node, copy));
        } else {
            node.put("from", "jdk");
        }
        if (!module.replaces().isEmpty()) {
            ArrayNode replaces = node.putArray("replaces");
            module.replaces().forEach(replaces::add);
        }
        module.owner().ifPresent(owner -> node.put("owner", owner));
        module.via().ifPresent(via -> node.put("requiredBy", via));
    }

    private static void add(ObjectNode node, PlannedJar jar) {
        node.put("artifact", jar.artifact());
        node.put("from", jar.label());
        node.put("file", jar.inImage());
        node.put("sha256", jar.sha256());
        jar.copy().ifPresent(copy -> add(node, copy));
        jar.owner().ifPresent(owner -> node.put("owner", owner));
        jar.via().ifPresent(via -> node.put("requiredBy", via));
    }

    private static void add(ObjectNode node, PlannedModule.Copy copy) {
        node.put("copy", copy.key());
        ArrayNode changes = node.putArray("changes");
        for (JarChange change : copy.changes()) {
            changes.addObject().put("kind", change.kind().word()).put("detail", change.detail());
        }
        laid(node, copy.natives());
    }

    private static void laid(ObjectNode node, ImageNatives natives) {
        if (!natives.laid().isEmpty()) {
            ArrayNode laid = node.putArray("laid");
            natives.laid()
                    .forEach(file ->
                            laid.addObject().put("file", "lib/" + file.name()).put("entry", file.entry()));
        }
    }

    private static void add(ObjectNode node, Launcher launcher) {
        node.put("name", launcher.name().text());
        launcher.module().ifPresent(module -> node.put("module", module.text()));
        node.put("main", launcher.main().text());
        ArrayNode jvm = node.putArray("jvm");
        launcher.jvm().forEach(jvm::add);
        ArrayNode args = node.putArray("args");
        launcher.args().forEach(args::add);
    }

    private static void settings(ObjectNode node, ImageSettings settings) {
        settings.compress().ifPresent(level -> node.put("compress", level));
        ArrayNode strip = node.putArray("strip");
        settings.strip().forEach(strip::add);
        ArrayNode locales = node.putArray("locales");
        settings.locales().forEach(locales::add);
        if (settings.archive().isWanted()) {
            node.put("cds", settings.archive().word());
            ArrayNode train = node.putArray("train");
            settings.archive().train().forEach(train::add);
        }
        settings.features().ifPresent(file -> add(node.putObject("features"), file));
    }

    private static void add(ObjectNode node, FeaturesFile file) {
        node.put("file", file.path());
        ArrayNode in = node.putArray("in");
        ArrayNode out = node.putArray("out");
        file.features().features().forEach((name, isIn) -> (isIn ? in : out).add(name));
    }
}
