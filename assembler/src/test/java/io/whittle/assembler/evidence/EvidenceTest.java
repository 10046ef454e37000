package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What code says of other modules, one kind of use at a time; a is the module that uses, b the one that is used. */
class EvidenceTest {
    private static final String SERVICE = "b.Service";

    @TempDir
    Path folder;

    @Test
    void aCallIsAUseWithClassMethodAndLine() throws IOException {
        Evidence evidence = of("requires b;", """
                public class User {
                    void run() {
                        b.api.Net.open();
                    }
                }
                """);

        assertThat(code(evidence)).containsExactly("a > b bytecode b.api.Net: a.User.run (User.java:4)");
    }

    @Test
    void aWordOfADescriptorIsAUse() throws IOException {
        assertThat(words(of("requires b;", "class User {}")))
                .containsExactly("a > b bytecode requires: module-info (module-info.java)");
        assertThat(words(of("requires static b;", "class User {}")))
                .containsExactly("a > b bytecode optional requires: module-info (module-info.java)");
        assertThat(words(of("opens a to b;", "class User {}")))
                .containsExactly("a > b bytecode optional opens to: module-info (module-info.java)");
    }

    @Test
    void whatIsRequiredStaticallyIsUsedOptionally() throws IOException {
        Evidence evidence = of("requires static b;", "class User { void run() { b.api.Net.open(); } }");

        assertThat(code(evidence)).containsExactly("a > b bytecode optional b.api.Net: a.User.run (User.java:2)");
    }

    @Test
    void whoCatchesThatAClassIsMissingUsesItOptionally() throws IOException {
        Evidence evidence = of("requires b;", """
                class User {
                    void run() {
                        try {
                            b.api.Net.open();
                        } catch (NoClassDefFoundError none) {
                            System.out.println("without");
                        }
                    }
                }
                """);

        assertThat(code(evidence)).containsExactly("a > b bytecode optional b.api.Net: a.User.run (User.java:5)");
    }

    @Test
    void whoAsksForTheModuleBeforeUsesItOptionally() throws IOException {
        Evidence evidence = of("requires b;", """
                class User {
                    void run() {
                        if (ModuleLayer.boot().findModule("b").isPresent()) {
                            b.api.Net.open();
                        }
                    }
                }
                """);

        assertThat(code(evidence)).containsExactly("a > b bytecode optional b.api.Net: a.User.run (User.java:5)");
    }

    @Test
    void declarationsAreUsesToo() throws IOException {
        Evidence evidence = of("requires b;", """
                abstract class User extends b.api.Net {
                    b.api.Net[] nets;
                    abstract b.api.Net net() throws b.api.Trouble;
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b bytecode b.api.Net: a.User (User.java), a.User.net (User.java), a.User.nets (User.java),"
                                + " a.User.<init> (User.java:2)",
                        "a > b bytecode b.api.Trouble: a.User.net (User.java)");
    }

    @Test
    void aClassFoundByItsNameIsAUseByConstant() throws IOException {
        Evidence evidence = of("", """
                class User {
                    private static final String NAME = "b.api.Net";
                    Object a() throws Exception { return Class.forName("b.api.Net").getConstructor().newInstance(); }
                    Object b(ClassLoader loader) throws Exception { String name = NAME; return loader.loadClass(name); }
                    Object c(boolean one) throws Exception { return Class.forName(one ? "b.api.Net" : "b.api.Trouble"); }
                    String d() { return "b.api.Net"; }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant b.api.Net: a.User.a (User.java:4), a.User.b (User.java:5), a.User.c (User.java:6)",
                        "a > b constant b.api.Trouble: a.User.c (User.java:6)");
    }

    @Test
    void whoGoesOnWhereTheClassIsNotFoundUsesItOptionally() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Class<?> bears() {
                        try {
                            return Class.forName("b.api.Net");
                        } catch (ClassNotFoundException none) {
                            return null;
                        }
                    }
                    Class<?> fails() {
                        try {
                            return Class.forName("b.api.Net");
                        } catch (ClassNotFoundException none) {
                            throw new IllegalStateException(none);
                        }
                    }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant b.api.Net: a.User.fails (User.java:12)",
                        "a > b constant optional b.api.Net: a.User.bears (User.java:5)");
    }

    @Test
    void filesAndBundlesAreFoundByTheirPaths() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object a() { return User.class.getResource("/b/api/list.txt"); }
                    Object b(ClassLoader loader) { return loader.getResourceAsStream("b/api/list.txt"); }
                    Object c() { return java.util.ResourceBundle.getBundle("b.api.words"); }
                    Object own() { return User.class.getResource("own.txt"); }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant b.api.words: a.User.c (User.java:5)",
                        "a > b constant b/api/list.txt: a.User.a (User.java:3), a.User.b (User.java:4)");
    }

    @Test
    void whoLooksWhetherAFileIsThereUsesItOptionally() throws IOException {
        Evidence evidence = of("", """
                class User {
                    boolean a() { java.net.URL url = User.class.getResource("/b/api/list.txt"); return url != null; }
                    Object b(ClassLoader loader) throws Exception { return loader.getResources("b/api/list.txt"); }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant optional b/api/list.txt: a.User.a (User.java:3), a.User.b (User.java:4)");
    }

    @Test
    void whatStandsBeforeATryIsNotBorne() throws IOException {
        Evidence evidence = of("requires b;", """
                class User {
                    void run() {
                        b.api.Net.open();
                        try {
                            System.out.println();
                        } catch (LinkageError none) {
                            return;
                        }
                    }
                }
                """);

        assertThat(code(evidence)).containsExactly("a > b bytecode b.api.Net: a.User.run (User.java:4)");
    }

    @Test
    void aClassOfANewerJavaThanAnyThatIsKnownIsSkippedAndStillThere() throws IOException {
        Path modules = folder.resolve("newer");
        List<PathEntry> path = reactor(
                        "", "class User { Object o() throws Exception { return Class.forName(\"b.api.Net\"); } }")
                .folders(modules);
        Path net = modules.resolve("classes/b/b/api/Net.class");
        byte[] bytes = Files.readAllBytes(net);
        bytes[7] = (byte) 250;
        Files.write(net, bytes);

        Evidence evidence = Evidence.of(ModuleIndex.of(path), jdk());

        assertThat(evidence.skipped())
                .containsExactly("b.api.Net of test:b:1: its class-file version is newer than any that is known here");
        assertThat(code(evidence)).containsExactly("a > b constant b.api.Net: a.User.o (User.java:2)");
    }

    @Test
    void aClassThatAFileNamesIsAUse() throws IOException {
        TestReactor reactor = reactor("", "class User {}")
                .file("a", "a/settings.properties", "# what to start\nstart=b.api.Net\nversion=1.2.Beta\n");

        assertThat(code(of(reactor)))
                .containsExactly("a > b constant optional b.api.Net: a/settings.properties (settings.properties:2)");
    }

    @Test
    void aNameMadeAtRunTimeCannotBeDecided() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object a(int i) throws Exception { return Class.forName("b.api.Net" + i); }
                    Object b() throws Exception { return Class.forName(System.getProperty("net")); }
                    Object c() { return getClass().getResource(System.getProperty("net")); }
                }
                """);

        assertThat(evidence.undecided())
                .extracting(each -> each.what() + " " + each.place())
                .containsExactly("CLASS a.User.a (User.java:3)", "CLASS a.User.b (User.java:4)");
    }

    @Test
    void aServiceIsNeededWhereNobodyGoesOnWithoutIt() throws IOException {
        assertThat(asked("ServiceLoader.load(b.Service.class).findFirst().orElseThrow();"))
                .containsExactly("needed");
        assertThat(asked("ServiceLoader.load(b.Service.class).iterator().next();"))
                .containsExactly("needed");
        assertThat(asked("ServiceLoader.load(b.Service.class).findFirst().get();"))
                .containsExactly("needed");
        assertThat(asked("ServiceLoader<b.Service> all = ServiceLoader.load(b.Service.class);"
                        + " b.Service first = all.stream().map(ServiceLoader.Provider::get).filter(s -> true)"
                        + ".findFirst().orElseThrow(() -> new IllegalStateException(\"none\"));"))
                .containsExactly("needed");
    }

    @Test
    void aServiceIsOptionalWhereTheCodeGoesOn() throws IOException {
        assertThat(asked("for (b.Service each : ServiceLoader.load(b.Service.class)) { each.hashCode(); }"))
                .containsExactly("optional");
        assertThat(asked("ServiceLoader.load(b.Service.class).findFirst().ifPresent(Object::hashCode);"))
                .containsExactly("optional");
        assertThat(asked("ServiceLoader.load(b.Service.class).findFirst().orElse(null);"))
                .containsExactly("optional");
        assertThat(asked("var it = ServiceLoader.load(b.Service.class).iterator(); if (it.hasNext()) { it.next(); }"))
                .containsExactly("optional");
        assertThat(asked("var one = ServiceLoader.load(b.Service.class).findFirst();"
                        + " if (one.isPresent()) { one.get(); }"))
                .containsExactly("optional");
    }

    @Test
    void aHelperThatGetsTheClassIsSeenThrough() throws IOException {
        Evidence evidence = of(
                of(
                        "requires b; uses b.Service;",
                        """
                class User {
                    void needed() { first(b.Service.class).orElseThrow(); }
                    void optional() { first(b.Service.class).ifPresent(Object::hashCode); }
                    void far() { b.api.Net.need(b.Service.class); }
                    static <T> java.util.Optional<T> first(Class<T> type) { return over(type); }
                    static <T> java.util.Optional<T> over(Class<T> type) { return java.util.ServiceLoader.load(type).findFirst(); }
                }
                """,
                        "public static <T> T need(Class<T> type) { return java.util.ServiceLoader.load(type).findFirst().orElseThrow(); }"));

        assertThat(evidence.services())
                .extracting(use -> use.module() + " " + use.service() + (use.optional() ? " optional " : " needed ")
                        + use.place().member())
                .containsExactly(
                        "a " + SERVICE + " needed needed",
                        "a " + SERVICE + " needed far",
                        "a " + SERVICE + " optional optional");
        assertThat(evidence.undecided()).isEmpty();
    }

    @Test
    void aLoaderOverAParameterThatNobodyNamesCannotBeDecided() throws IOException {
        Evidence evidence = of(
                "",
                "public class User { public Object a(Class<?> type) { return java.util.ServiceLoader.load(type); } }");

        assertThat(evidence.undecided())
                .extracting(each -> each.what() + " " + each.place())
                .containsExactly("SERVICE a.User.a (User.java:2)");
    }

    @Test
    void aServiceOfTheDescriptorAloneIsTakenForOptional() throws IOException {
        assertThat(of("requires b; uses b.Service;", "class User {}").services())
                .extracting(use -> use.service() + " " + use.optional() + " " + use.place())
                .containsExactly(SERVICE + " true module-info (module-info.java)");
    }

    @Test
    void providersAreThoseOfTheDescriptor() throws IOException {
        TestReactor reactor =
                reactor("requires b; provides b.Service with a.User;", "public class User implements b.Service {}");

        assertThat(of(reactor).provisions()).containsExactly(new Provision("a", SERVICE, "a.User"));
    }

    @Test
    void theJdkAndTheModuleItselfAreNobodysUse() throws IOException {
        Evidence evidence = of("requires java.sql;", """
                class User { java.sql.Connection c; User other; Object o() throws Exception { return Class.forName("a.User"); } }
                """);

        assertThat(evidence.uses()).isEmpty();
        assertThat(evidence.undecided()).isEmpty();
    }

    @Test
    void aClassFileThatIsNoneIsSkippedAndSaid() throws IOException {
        Evidence evidence = of(reactor("", "class User {}").file("a", "a/Broken.class", "nonsense"));

        assertThat(evidence.skipped()).containsExactly("a.Broken of test:a:1: it is no class file");
    }

    private List<String> asked(String statements) throws IOException {
        Evidence evidence = of(
                "requires b; uses b.Service;",
                "import java.util.ServiceLoader;\nclass User { void run() { " + statements + " } }");
        return evidence.services().stream()
                .map(use -> use.optional() ? "optional" : "needed")
                .toList();
    }

    private Evidence of(String directives, String user) throws IOException {
        return of(reactor(directives, user));
    }

    private static TestReactor reactor(String directives, String user) {
        return of(directives, user, "");
    }

    private static TestReactor of(String directives, String user, String members) {
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

    private int runs;

    private Evidence of(TestReactor reactor) throws IOException {
        return Evidence.of(ModuleIndex.of(reactor.folders(folder.resolve("run" + runs++))), jdk());
    }

    private static List<ModuleDescriptor> jdk() {
        return ModuleFinder.ofSystem().findAll().stream()
                .map(ModuleReference::descriptor)
                .toList();
    }

    private static List<String> words(Evidence evidence) {
        return evidence.uses().stream().map(EvidenceTest::word).toList();
    }

    /** Without what descriptors say. */
    private static List<String> code(Evidence evidence) {
        return evidence.uses().stream()
                .filter(use -> !use.what().equals("requires"))
                .map(EvidenceTest::word)
                .toList();
    }

    private static String word(Use use) {
        return use.from() + " > " + use.to() + " " + use.grade().word() + (use.optional() ? " optional " : " ")
                + use.what() + ": "
                + String.join(
                        ", ", use.places().stream().map(CodePlace::toString).toList());
    }
}
