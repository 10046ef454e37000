package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.graph.resolve.Words;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Packages of a plan that are in more than one module, which jlink refuses; jars without a descriptor are one module where that helps. */
final class SplitPackages {
    private final PlanInput input;
    private final ModuleWalk walk;
    private final Asker asker;

    SplitPackages(PlanInput input, ModuleWalk walk, Asker asker) {
        this.input = input;
        this.walk = walk;
        this.asker = asker;
    }

    /** One fault for each set of modules: two versions of one library share dozens of packages. */
    List<String> faults() throws IOException {
        SortedMap<String, List<String>> holders = new TreeMap<>();
        for (String module : walk.modules()) {
            descriptor(module)
                    .packages()
                    .forEach(name -> holders.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(module));
        }
        Map<List<String>, List<String>> packages = new LinkedHashMap<>();
        holders.forEach((name, modules) -> {
            if (modules.size() > 1) {
                packages.computeIfAbsent(modules, none -> new ArrayList<>()).add(name);
            }
        });
        List<String> faults = new ArrayList<>();
        for (Map.Entry<List<String>, List<String>> split : packages.entrySet()) {
            faults.add(fault(split.getKey(), split.getValue()));
        }
        return faults;
    }

    private String fault(List<String> modules, List<String> packages) throws IOException {
        StringBuilder text = new StringBuilder("Package " + packages.get(0)
                + (packages.size() > 1 ? " and " + (packages.size() - 1) + " more are" : " is")
                + " in " + Words.list(modules, "and")
                + ", and a package belongs to one module.\n");
        boolean made = false;
        for (String module : modules) {
            Optional<ApplicationModule> found = input.index().find(module);
            text.append("    ")
                    .append(found.map(each -> each.entry().label() + " (" + each.path() + "): ")
                            .orElse(""))
                    .append(asker.chain(walk.chain(module)))
                    .append('\n');
            made |= found.filter(each -> each.javaRelease() == 0).isPresent();
        }
        clash(modules, packages)
                .ifPresent(name ->
                        text.append("  They differ in the class ").append(name).append(".\n"));
        return text.append("  Leave all but one of them out, or take versions that do not overlap")
                .append(made ? "; a jar without module-info can lie on the class path ('as: classpath')." : ".")
                .toString();
    }

    /** A class that more than one of them has, each another. */
    private Optional<String> clash(List<String> modules, List<String> packages) throws IOException {
        Map<String, byte[]> seen = new TreeMap<>();
        for (String module : modules) {
            Optional<ApplicationModule> found = input.index().find(module);
            if (found.isPresent()) {
                try (ModuleReader reader = found.get().reference().open()) {
                    for (String path : classes(reader, packages)) {
                        byte[] bytes = bytes(reader, path);
                        byte[] before = seen.putIfAbsent(path, bytes);
                        if (before != null && !Arrays.equals(before, bytes)) {
                            return Optional.of(
                                    path.substring(0, path.lastIndexOf('.')).replace('/', '.'));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> classes(ModuleReader reader, List<String> packages) throws IOException {
        try (var paths = reader.list()) {
            return paths.filter(path -> path.endsWith(".class")
                            && path.lastIndexOf('/') > 0
                            && packages.contains(
                                    path.substring(0, path.lastIndexOf('/')).replace('/', '.')))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(ModuleReader reader, String path) throws IOException {
        try (InputStream in = reader.open(path).orElseGet(InputStream::nullInputStream)) {
            return in.readAllBytes();
        }
    }

    private ModuleDescriptor descriptor(String module) {
        return input.index()
                .find(module)
                .map(found -> found.reference().descriptor())
                .orElseGet(() -> input.jdk().modules().get(module));
    }
}
