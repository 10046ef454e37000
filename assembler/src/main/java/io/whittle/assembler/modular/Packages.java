package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;

import java.lang.module.ModuleDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whose packages are. One of the JDK is the JDK's, whoever else has one of this name: the JVM looks there first. */
final class Packages {
    private final Map<String, String> ofJdk = new HashMap<>();
    private final Map<String, String> ofPath = new HashMap<>();

    /** Of a path and a JDK. Linear in the number of their packages. */
    Packages(ModuleIndex index, TargetJdk jdk) {
        for (ModuleDescriptor module : jdk.modules().values()) {
            module.packages().forEach(name -> ofJdk.put(name, module.name()));
        }
        index.modules()
                .forEach((name, found) -> found.get(0)
                        .reference()
                        .descriptor()
                        .packages()
                        .forEach(each -> ofPath.putIfAbsent(each, name)));
    }

    /** The module of the JDK that has a package. */
    Optional<String> inJdk(String name) {
        return Optional.ofNullable(ofJdk.get(name));
    }

    /** The module that has a package. */
    Optional<String> owner(String name) {
        return inJdk(name).or(() -> Optional.ofNullable(ofPath.get(name)));
    }
}
