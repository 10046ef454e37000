package io.whittle.assembler.evidence;

import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Names that come in through a parameter: who calls with what is followed, over methods and jars. */
class HandedNamesTest extends TwoModules {
    private static final String MAKE =
            "public static Object make(String name) throws ClassNotFoundException { return Class.forName(name); }";

    @Test
    void aNameHandedToAMethodOfTheClassIsAUseWhereItIsNamed() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object run() throws Exception { return make("b.api.Net"); }
                    Object far() throws Exception { return over("b.api.Trouble"); }
                    static Object over(String name) throws Exception { return make(name); }
                    private static Object make(String name) throws Exception {
                        return Class.forName(name).getConstructor().newInstance();
                    }
                }
                """);

        assertThat(constants(evidence))
                .containsExactly("b.api.Net: a.User.run (User.java:3)", "b.api.Trouble: a.User.far (User.java:4)");
        assertThat(evidence.undecided()).isEmpty();
    }

    @Test
    void aNameHandedToAMethodOfAnotherJarIsAUse() throws IOException {
        Evidence evidence = of(of(
                "requires b;",
                "class User { Object run() throws Exception { return b.api.Net.make(\"b.Service\"); } }",
                MAKE));

        assertThat(constants(evidence)).containsExactly("b.Service: a.User.run (User.java:2)");
        assertThat(evidence.undecided()).isEmpty();
    }

    @Test
    void whoCallsWithWhatHeMakesLeavesItUndecided() throws IOException {
        for (String name : List.of("System.getProperty(\"x\")", "args.length > 0 ? args[0] : \"b.Service\"")) {
            Evidence evidence = of(of("requires b;", """
                    class User {
                        Object run() throws Exception { return b.api.Net.make("b.Service"); }
                        Object other(String... args) throws Exception { return b.api.Net.make(%s); }
                    }
                    """.formatted(name), MAKE));

            assertThat(undecided(evidence)).containsExactly("CLASS b.api.Net.make (Net.java:2)");
        }
    }

    @Test
    void oneOfTheJarItselfDoesSoToo() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object run() throws Exception { return make("b.api.Net"); }
                    Object other() throws Exception { return make(System.getProperty("x")); }
                    private static Object make(String name) throws Exception { return Class.forName(name); }
                }
                """);

        assertThat(constants(evidence)).containsExactly("b.api.Net: a.User.run (User.java:3)");
        assertThat(undecided(evidence)).containsExactly("CLASS a.User.make (User.java:5)");
    }

    @Test
    void whatNobodyCallsOrIsHandedOnAsAFunctionStaysUndecided() throws IOException {
        Evidence evidence = of(of("", """
                class User {
                    interface Maker { Object make(String name) throws Exception; }
                    Object alone(String name) throws Exception { return Class.forName(name); }
                    Object run() throws Exception { return make("b.api.Net"); }
                    Maker maker() { return User::make; }
                    private static Object make(String name) throws Exception { return Class.forName(name); }
                }
                """, MAKE));

        assertThat(undecided(evidence))
                .containsExactly(
                        "CLASS a.User.alone (User.java:4)",
                        "CLASS a.User.make (User.java:7)",
                        "CLASS b.api.Net.make (Net.java:2)");
    }

    @Test
    void filesAndBundlesAreHandedOnLikeClasses() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object file() { return open("/b/api/list.txt"); }
                    boolean perhaps() { return open("/b/api/list.txt") != null; }
                    Object words() { return bundle("b.api.words"); }
                    Object own() { return open("own.txt"); }
                    private static Object open(String path) { return User.class.getResourceAsStream(path); }
                    private static Object bundle(String name) { return java.util.ResourceBundle.getBundle(name); }
                }
                """);

        assertThat(constants(evidence))
                .containsExactly(
                        "/b/api/list.txt: a.User.file (User.java:3)",
                        "b.api.words: a.User.words (User.java:5)",
                        "optional /b/api/list.txt: a.User.perhaps (User.java:4)");
    }

    @Test
    void aNameIsNotNeededWhereEitherGoesOnWithoutIt() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object a() {
                        try {
                            return make("b.api.Net");
                        } catch (ClassNotFoundException none) {
                            return null;
                        }
                    }
                    Object b() { return perhaps("b.api.Trouble"); }
                    private static Object make(String name) throws ClassNotFoundException { return Class.forName(name); }
                    private static Object perhaps(String name) {
                        try {
                            return Class.forName(name);
                        } catch (ClassNotFoundException none) {
                            return null;
                        }
                    }
                }
                """);

        assertThat(constants(evidence))
                .containsExactly(
                        "optional b.api.Net: a.User.a (User.java:5)",
                        "optional b.api.Trouble: a.User.b (User.java:10)");
    }

    @Test
    void aMethodIsReachedThroughAClassBelowItAndAnInterfaceAboveIt() throws IOException {
        Evidence evidence = of(new TestReactor()
                .module("a", "requires b; uses b.Service;")
                .type("a", "a.User", """
                        class User extends b.api.Base {
                            Object below() throws Exception { return make("b.api.Net"); }
                            Object above(b.api.Maker maker) throws Exception { return maker.of("b.Service"); }
                            Object load(b.api.Maker maker) { return maker.load(b.Service.class).orElseThrow(); }
                            Object other(b.api.Other other) { return other.of("b.api.Maker"); }
                        }
                        """)
                .module("b", "exports b; exports b.api;")
                .type("b", "b.Service", "public interface Service {}")
                .type("b", "b.api.Net", "public class Net {}")
                .type("b", "b.api.Other", "public class Other { public Object of(String name) { return name; } }")
                .type("b", "b.api.Base", """
                        public class Base {
                            protected Object make(String name) throws Exception { return Class.forName(name); }
                        }
                        """)
                .type("b", "b.api.Maker", """
                        public interface Maker {
                            Object of(String name) throws Exception;
                            <T> java.util.Optional<T> load(Class<T> type);
                        }
                        """)
                .type("b", "b.api.Real", """
                        class Real implements Maker {
                            public Object of(String name) throws Exception { return Class.forName(name); }
                            public <T> java.util.Optional<T> load(Class<T> type) {
                                return java.util.ServiceLoader.load(type).findFirst();
                            }
                        }
                        """));

        assertThat(constants(evidence))
                .containsExactly("b.Service: a.User.above (User.java:4)", "b.api.Net: a.User.below (User.java:3)");
        assertThat(evidence.services())
                .extracting(use -> use.service() + " " + use.optional() + " " + use.place())
                .containsExactly("b.Service false a.User.load (User.java:5)");
        assertThat(evidence.undecided()).isEmpty();
    }

    @Test
    void aMethodHandedOnAsAFunctionCannotBeDecided() throws IOException {
        Evidence evidence = of("", """
                class User {
                    interface Finder { Class<?> find(String name) throws ClassNotFoundException; }
                    Finder a() { return Class::forName; }
                    Finder b(ClassLoader loader) { return loader::loadClass; }
                    <T> java.util.function.Function<Class<T>, java.util.ServiceLoader<T>> c() {
                        return java.util.ServiceLoader::load;
                    }
                    java.util.function.Function<String, Integer> d() { return Integer::valueOf; }
                }
                """);

        assertThat(undecided(evidence))
                .containsExactly(
                        "CLASS a.User.a (User.java:4)",
                        "CLASS a.User.b (User.java:5)",
                        "SERVICE a.User.c (User.java:7)");
    }

    @Test
    void aNameThatIsOnlyPrintedIsNoUse() throws IOException {
        Evidence evidence = of(of(
                "requires b;",
                "class User { void run() { b.api.Net.print(\"b.Service\"); print(\"b.Service\"); }"
                        + " static void print(String text) { System.out.println(text); } }",
                "public static void print(String text) { System.out.println(text); }"));

        assertThat(constants(evidence)).isEmpty();
        assertThat(evidence.undecided()).isEmpty();
    }

    private static List<String> undecided(Evidence evidence) {
        return evidence.undecided().stream()
                .map(each -> each.what() + " " + each.place())
                .toList();
    }

    private static List<String> constants(Evidence evidence) {
        return evidence.uses().stream()
                .filter(use -> use.grade() == Grade.CONSTANT)
                .map(use -> (use.optional() ? "optional " : "") + use.what() + ": "
                        + String.join(
                                ", ",
                                use.places().stream().map(CodePlace::toString).toList()))
                .toList();
    }
}
