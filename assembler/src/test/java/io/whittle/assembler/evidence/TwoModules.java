package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;

/** Two modules to read: a is the one that uses, b the one that is used. */
abstract class TwoModules {
    static final String SERVICE = "b.Service";

    @TempDir
    Path folder;

    private int runs;

    Evidence of(String directives, String user) throws IOException {
        return of(reactor(directives, user));
    }

    static TestReactor reactor(String directives, String user) {
        return of(directives, user, "");
    }

    static TestReactor of(String directives, String user, String members) {
        return new TestReactor()
                .module("a", directives)
                .type("a", "a.User", user)
                .file("a", "a/own.txt", "mine")
                .module("b", "exports b; exports b.api;")
                .type("b", "b.Service", "public interface Service {}")
                .type("b", "b.api.Net", "public class Net { public static void open() {} " + members + " }")
                .type("b", "b.api.Trouble", "public class Trouble extends Exception {}")
                .file("b", "b/api/list.txt", "one")
                .file("b", "b/api/words.properties", "one=eins");
    }

    Evidence of(TestReactor reactor) throws IOException {
        return Evidence.of(ModuleIndex.of(reactor.folders(folder.resolve("run" + runs++))), jdk());
    }

    static List<ModuleDescriptor> jdk() {
        return ModuleFinder.ofSystem().findAll().stream()
                .map(ModuleReference::descriptor)
                .toList();
    }

    /** What code says of other modules, as text; without what descriptors say. */
    static List<String> code(Evidence evidence) {
        return evidence.uses().stream()
                .filter(use -> !use.what().equals("requires"))
                .map(TwoModules::word)
                .toList();
    }

    static String word(Use use) {
        return use.from() + " > " + use.to() + " " + use.grade().word() + (use.optional() ? " optional " : " ")
                + use.what() + ": "
                + String.join(
                        ", ", use.places().stream().map(CodePlace::toString).toList());
    }
}
