package io.whittle.assembler.oci;

import io.whittle.assembler.pack.Packer;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes what a container runs: the OCI's image configuration. What a base says stays, except for its program and what is said
 * anew.
 */
final class ContainerConfig {
    private static final String CREATED = Packer.TIME.toString();

    private final OciSettings settings;
    private final PlannedContainer planned;
    private final ObjectNode base;

    private ContainerConfig(OciSettings settings, PlannedContainer planned) {
        this.settings = settings;
        this.planned = planned;
        this.base = planned.base().map(BaseImage::config).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** The document. */
    static String write(OciSettings settings, PlannedContainer planned, List<WrittenLayer> layers) {
        ContainerConfig writer = new ContainerConfig(settings, planned);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("created", CREATED);
        OciPlatform.of(planned.platform()).writeTo(document);
        document.set("config", writer.config());
        ObjectNode rootfs = document.putObject("rootfs").put("type", "layers");
        ArrayNode diffIds = rootfs.putArray("diff_ids");
        layers.forEach(layer -> diffIds.add(layer.diffId()));
        document.set("history", writer.history(layers));
        return JsonText.of(document);
    }

    private ObjectNode config() {
        ObjectNode config = base.deepCopy();
        // The base's program is not ours, nor are its arguments, its health check and what it would run on top.
        List.of("Cmd", "Entrypoint", "Healthcheck", "OnBuild", "ArgsEscaped", "Image")
                .forEach(config::remove);
        OciSettings.Run run = settings.run();
        config.put("User", planned.user());
        if (run.workingFolder().isPresent() || planned.base().isEmpty()) {
            config.put("WorkingDir", run.workingFolder().orElse(run.userOfOurs().home()));
        }
        set(config, "ExposedPorts", run.ports());
        set(config, "Volumes", run.volumes());
        config.set("Env", environment());
        config.set("Entrypoint", array(planned.source().entryPoint()));
        if (!run.command().isEmpty()) {
            config.set("Cmd", array(run.command()));
        }
        config.set("Labels", labels());
        return config;
    }

    private static void set(ObjectNode config, String name, List<String> more) {
        SortedMap<String, JsonNode> all = new TreeMap<>();
        config.path(name).properties().forEach(each -> all.put(each.getKey(), each.getValue()));
        more.forEach(each -> all.putIfAbsent(each, JsonNodeFactory.instance.objectNode()));
        if (!all.isEmpty()) {
            ObjectNode set = config.putObject(name);
            all.forEach(set::set);
        }
    }

    private ArrayNode environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put(
                "PATH",
                planned.base().isPresent() ? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" : "");
        // UTF-8 is part of newer C libraries; older ones take it for C.
        environment.put("LANG", "C.UTF-8");
        for (JsonNode each : base.path("Env")) {
            String[] parts = each.asString("").split("=", 2);
            environment.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        String path = environment.get("PATH");
        environment.put("PATH", settings.folder() + "/bin" + (path.isEmpty() ? "" : ":" + path));
        environment.put("JAVA_HOME", settings.folder());
        environment.putAll(settings.run().environment());
        return array(environment.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList());
    }

    private ObjectNode labels() {
        SortedMap<String, String> labels = new TreeMap<>();
        base.path("Labels")
                .properties()
                .forEach(each -> labels.put(each.getKey(), each.getValue().asString("")));
        labels.put("io.whittle.profile", planned.source().profile());
        labels.put("io.whittle.platform", planned.platform().toString());
        labels.put("io.whittle.features", String.join(",", planned.source().features()));
        labels.putAll(settings.run().labels());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        labels.forEach(node::put);
        return node;
    }

    private ArrayNode history(List<WrittenLayer> layers) {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> former = planned.base().map(BaseImage::history).orElse(List.of());
        former.forEach(history::add);
        long told = former.stream()
                .filter(each -> !each.path("empty_layer").asBoolean(false))
                .count();
        long below = layers.stream()
                .filter(layer -> layer.content() == LayerContent.BASE)
                .count();
        // A history that does not tell of each layer of the base would put ours in the wrong places.
        if (told != below) {
            history.removeAll();
        }
        for (WrittenLayer layer : layers) {
            if (layer.content() != LayerContent.BASE || told != below) {
                history.addObject()
                        .put("created", CREATED)
                        .put("created_by", "whittle")
                        .put("comment", layer.content().prose());
            }
        }
        return history;
    }

    private static ArrayNode array(List<String> words) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        words.forEach(array::add);
        return array;
    }
}
