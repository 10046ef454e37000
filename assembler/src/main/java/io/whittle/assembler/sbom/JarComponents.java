package io.whittle.assembler.sbom;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedJar;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jars of an image's class path as components. */
final class JarComponents {
    private JarComponents() {}

    /** How others refer to a jar's component. */
    static String reference(String artifact) {
        return "jar:" + artifact;
    }

    /** All of them, in the order of the class path. Reads each for its licence. */
    static List<Component> of(ImagePlan plan) throws IOException {
        List<Component> components = new ArrayList<>();
        for (PlannedJar jar : plan.classPath()) {
            Component component = new Component();
            component.setType(Component.Type.LIBRARY);
            component.setBomRef(reference(jar.artifact()));
            Optional<Coordinates> coordinates = Coordinates.read(jar.label());
            component.setName(coordinates.map(Coordinates::artifact).orElse(jar.artifact()));
            coordinates.ifPresent(known -> {
                component.setGroup(known.group());
                component.setVersion(known.version());
                component.setPurl(known.purl());
            });
            component.addProperty(Properties.of("from", jar.label()));
            component.addProperty(Properties.of("file", jar.inImage()));
            component.addHash(new Hash(Hash.Algorithm.SHA_256, jar.sha256()));
            component.addProperty(Properties.of("hash-of", jar.copy().isPresent() ? "changed copy" : "jar"));
            jar.copy().stream()
                    .flatMap(copy -> copy.changes().stream())
                    .forEach(change -> component.addProperty(
                            Properties.of("changed", change.kind().word() + ": " + change.detail())));
            jar.owner().ifPresent(owner -> component.addProperty(Properties.of("owner", owner)));
            List<Licence> licences = JarLicences.of(jar.path(), coordinates);
            component.setLicenses(Licence.choice(licences));
            if (licences.isEmpty()) {
                component.addProperty(Properties.of("licences", "none: the jar tells of no licence"));
            }
            NativeComponents.add(jar.linked(), component);
            components.add(component);
        }
        return components;
    }
}
