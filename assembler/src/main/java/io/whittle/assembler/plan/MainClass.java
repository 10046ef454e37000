package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the main class of a launcher in its module. */
final class MainClass {
    private static final String SUFFIX = ".class";

    private MainClass() {}

    static boolean exists(ApplicationModule module, String name) throws IOException {
        try (ModuleReader reader = module.reference().open()) {
            return reader.find(name.replace('.', '/') + SUFFIX).isPresent();
        }
    }

    /** Every class that is no nested one, for a hint. */
    static List<String> all(ApplicationModule module) throws IOException {
        try (ModuleReader reader = module.reference().open();
                Stream<String> resources = reader.list()) {
            return resources
                    .filter(name -> name.endsWith(SUFFIX) && name.indexOf('$') < 0)
                    .map(name ->
                            name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }
}
