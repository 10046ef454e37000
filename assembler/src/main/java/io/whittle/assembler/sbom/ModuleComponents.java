package io.whittle.assembler.sbom;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.plan.PlannedModule;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.OrganizationalEntity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Modules of an image as components: the JDK's by module, the others by jar. */
final class ModuleComponents {
    private final SbomInput input;
    private final JdkLicences jdkLicences;

    ModuleComponents(SbomInput input) {
        this.input = input;
        this.jdkLicences = new JdkLicences(input.image());
    }

    /** How others refer to a module's component. */
    static String reference(String module) {
        return "module:" + module;
    }

    /** All of them, by name of the module. Reads every packaged module of the JDK that is in, for its hash. */
    List<Component> all() throws IOException {
        List<Component> components = new ArrayList<>();
        for (PlannedModule module : input.plan().modules().values()) {
            Component component = module.source() instanceof PlannedModule.FromPath found
                    ? fromPath(module.name(), found)
                    : fromJdk(module.name());
            component.setType(Component.Type.LIBRARY);
            component.setBomRef(reference(module.name()));
            if (module.source() instanceof PlannedModule.FromPath found) {
                NativeComponents.add(found.linked(), component);
            }
            component.addProperty(Properties.of("module", module.name()));
            module.owner().ifPresent(owner -> component.addProperty(Properties.of("owner", owner)));
            module.copy().stream()
                    .flatMap(copy -> copy.changes().stream())
                    .forEach(change -> component.addProperty(
                            Properties.of("changed", change.kind().word() + ": " + change.detail())));
            module.replaces().forEach(other -> component.addProperty(Properties.of("replaces", other)));
            components.add(component);
        }
        return components;
    }

    private Component fromJdk(String name) throws IOException {
        Component component = new Component();
        component.setName(name);
        component.setVersion(input.plan().jdk().version());
        input.plan().jdk().implementor().ifPresent(vendor -> {
            OrganizationalEntity supplier = new OrganizationalEntity();
            supplier.setName(vendor);
            component.setSupplier(supplier);
        });
        component.addProperty(Properties.of("from", "jdk"));
        Optional<Path> jmod = input.jmods().map(folder -> folder.resolve(name + ".jmod"));
        if (jmod.isPresent()) {
            hash(component, ContentHash.of(jmod.get()), "jmod");
        } else {
            component.addProperty(Properties.of("hash-of", "nothing: the JDK has no jmods"));
        }
        licences(component, jdkLicences.of(name), "none: the image carries no file for the module under legal/");
        return component;
    }

    private static Component fromPath(String name, PlannedModule.FromPath found) throws IOException {
        Component component = new Component();
        Optional<Coordinates> coordinates = Coordinates.read(found.label());
        component.setName(coordinates.map(Coordinates::artifact).orElse(name));
        coordinates.ifPresent(known -> {
            component.setGroup(known.group());
            component.setVersion(known.version());
            component.setPurl(known.purl());
        });
        component.addProperty(Properties.of("from", found.label()));
        hash(component, found.sha256(), Files.isDirectory(found.path()) ? "folder" : "jar");
        licences(component, JarLicences.of(found.path(), coordinates), "none: the jar tells of no licence");
        return component;
    }

    private static void hash(Component component, String sha256, String of) {
        component.addHash(new Hash(Hash.Algorithm.SHA_256, sha256));
        component.addProperty(Properties.of("hash-of", of));
    }

    private static void licences(Component component, List<Licence> licences, String none) {
        component.setLicenses(Licence.choice(licences));
        if (licences.isEmpty()) {
            component.addProperty(Properties.of("licences", none));
        }
    }
}
