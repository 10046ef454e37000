package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What code says of other modules, one kind of use at a time; a is the module that uses, b the one that is used. */
class EvidenceTest extends TwoModules {
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
    void whoCatchesAllErrorsAndGoesOnUsesItOptionally() throws IOException {
        for (String error : List.of("Throwable", "Error", "LinkageError")) {
            Evidence evidence = of("requires b;", """
                    class User {
                        boolean run(int i) {
                            while (i++ < 5) {
                                try {
                                    b.api.Net.open();
                                    return true;
                                } catch (%s none) {
                                    if (i == 3) { throw none; }
                                }
                            }
                            return false;
                        }
                    }
                    """.formatted(error));

            assertThat(code(evidence))
                    .as(error)
                    .containsExactly("a > b bytecode optional b.api.Net: a.User.run (User.java:6)");
        }
    }

    @Test
    void whoseHandlerAlwaysThrowsNeedsIt() throws IOException {
        Evidence evidence = of("requires b;", """
                class User {
                    void wraps(boolean two) {
                        try {
                            b.api.Net.open();
                        } catch (NoClassDefFoundError none) {
                            if (two) { throw new IllegalStateException("two"); } else { throw none; }
                        }
                    }
                    void closes(java.io.Reader reader) throws java.io.IOException {
                        try (reader) { b.api.Net.open(); }
                    }
                    void fails() {
                        try { b.api.Net.open(); return; } catch (LinkageError none) { System.out.println(); }
                        throw new IllegalStateException();
                    }
                }
                """);

        assertThat(code(evidence))
                .containsExactly("a > b bytecode b.api.Net: a.User.wraps (User.java:5), a.User.closes (User.java:11),"
                        + " a.User.fails (User.java:14)");
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
    void anArrayFoundByItsNameIsAUseOfItsClass() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object a() throws Exception { return Class.forName("[[Lb.api.Net;"); }
                    Object b() throws Exception { return Class.forName("[I") == Class.forName("[L;"); }
                }
                """);

        assertThat(code(evidence)).containsExactly("a > b constant b.api.Net: a.User.a (User.java:3)");
        assertThat(evidence.undecided()).isEmpty();
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
    void whoComparesAClassOfAModuleWithNullUsesItOptionally() throws IOException {
        Evidence evidence = of("", """
                class User {
                    boolean bears(Module module) {
                        return Class.forName(module, "b.api.Net") != null;
                    }
                    Class<?> fails(Module module) {
                        Class<?> net = Class.forName(module, "b.api.Net");
                        if (net == null) { throw new IllegalStateException(); }
                        return net;
                    }
                    Object takes(Module module) throws Exception {
                        return Class.forName(module, "b.api.Net").getConstructor();
                    }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant b.api.Net: a.User.fails (User.java:7), a.User.takes (User.java:12)",
                        "a > b constant optional b.api.Net: a.User.bears (User.java:4)");
    }

    @Test
    void whoThrowsWhereAFileIsNotThereNeedsIt() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object a() {
                        java.net.URL url = User.class.getResource("/b/api/list.txt");
                        if (url == null) { throw new IllegalStateException(); }
                        return url;
                    }
                    Class<?> branches(boolean two) {
                        try {
                            return Class.forName("b.api.Net");
                        } catch (ClassNotFoundException none) {
                            if (two) { return null; } throw new IllegalStateException(none);
                        }
                    }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant b/api/list.txt: a.User.a (User.java:4)",
                        "a > b constant optional b.api.Net: a.User.branches (User.java:10)");
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
    void aClassWithAConstantOfNoKindIsDamagedAndNotNewer() throws IOException {
        Path modules = folder.resolve("odd");
        List<PathEntry> path = reactor("", "class User {}").folders(modules);
        Path net = modules.resolve("classes/b/b/api/Net.class");
        byte[] bytes = Files.readAllBytes(net);
        bytes[10] = 99;
        Files.write(net, bytes);

        assertThat(Evidence.of(ModuleIndex.of(path), jdk()).skipped())
                .containsExactly("b.api.Net of test:b:1: its constant pool is damaged");
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

    private static List<String> words(Evidence evidence) {
        return evidence.uses().stream().map(TwoModules::word).toList();
    }
}
