package io.whittle.assembler.sbom;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.graph.json.JsonText;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.metadata.ToolInformation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The document sbom.cdx.json: what an image is made of, in CycloneDX 1.6. It names no path of one machine, and no time. */
public final class Sbom {
    /** What tools that look for such documents expect the name to end with. */
    public static final String FILE = "sbom.cdx.json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final byte[] bytes;
    private final int modules;
    private final int jars;
    private final int nativeFiles;
    private final List<String> unlicensed;

    private Sbom(byte[] bytes, int modules, int jars, int nativeFiles, List<String> unlicensed) {
        this.bytes = bytes;
        this.modules = modules;
        this.jars = jars;
        this.nativeFiles = nativeFiles;
        this.unlicensed = unlicensed;
    }

    /** Looks at an image. Reads every native file of it and of its jars, and every packaged module of its JDK that is in it. */
    public static Sbom of(SbomInput input) throws IOException {
        List<Component> modules = new ModuleComponents(input).all();
        List<Component> jars = JarComponents.of(input.plan());
        List<Component> files = NativeComponents.of(input);
        Bom bom = new Bom();
        bom.setMetadata(metadata(input));
        modules.forEach(bom::addComponent);
        jars.forEach(bom::addComponent);
        files.forEach(bom::addComponent);
        bom.setDependencies(DependencyGraph.of(
                input, files.stream().map(Component::getBomRef).toList()));
        // Of the content, so that the same image has the same number.
        bom.setSerialNumber("urn:uuid:" + UUID.nameUUIDFromBytes(write(bom)));
        int inside = Stream.concat(modules.stream(), jars.stream())
                .mapToInt(jar ->
                        jar.getComponents() == null ? 0 : jar.getComponents().size())
                .sum();
        List<String> unlicensed = Stream.concat(modules.stream(), jars.stream())
                .filter(module -> module.getLicenses() == null)
                .map(Component::getName)
                .toList();
        return new Sbom(write(bom), modules.size(), jars.size(), files.size() + inside, unlicensed);
    }

    /** The document, in UTF-8; equal images of equal plans give equal bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many modules it lists. */
    public int modules() {
        return modules;
    }

    /** How many jars of the class path it lists. */
    public int jars() {
        return jars;
    }

    /** How many native files it lists, in the image and inside of jars. */
    public int nativeFiles() {
        return nativeFiles;
    }

    /** Names of the components whose licence is not known. */
    public List<String> unlicensed() {
        return unlicensed;
    }

    private static Metadata metadata(SbomInput input) {
        ImagePlan plan = input.plan();
        Component image = application(input.application());
        image.setBomRef(DependencyGraph.IMAGE);
        image.addProperty(Properties.of("profile", plan.profile()));
        image.addProperty(Properties.of("platform", plan.platform().toString()));
        image.addProperty(Properties.of("jdk", plan.jdk().version()));
        image.addProperty(Properties.of("jdk-sha256", plan.jdk().sha256()));
        input.features().forEach(feature -> image.addProperty(Properties.of("feature", feature)));
        ToolInformation tools = new ToolInformation();
        tools.setComponents(List.of(application(input.tool())));
        Metadata metadata = new Metadata();
        // The library would say now.
        metadata.setTimestamp(null);
        metadata.setComponent(image);
        metadata.setToolChoice(tools);
        return metadata;
    }

    private static Component application(Coordinates coordinates) {
        Component component = new Component();
        component.setType(Component.Type.APPLICATION);
        component.setGroup(coordinates.group());
        component.setName(coordinates.artifact());
        component.setVersion(coordinates.version());
        component.setPurl(coordinates.purl());
        return component;
    }

    private static byte[] write(Bom bom) {
        try {
            String text =
                    BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
            // Laid out anew: the library ends lines as the system does.
            return JsonText.of((ObjectNode) MAPPER.readTree(text)).getBytes(StandardCharsets.UTF_8);
        } catch (GeneratorException impossible) {
            throw new IllegalStateException("every document can be written", impossible);
        }
    }
}
