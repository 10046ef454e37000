package io.whittle.assembler.evidence;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A use behind a test for the module, or for a class of it, is optional; one before it, or behind another's, is not. */
class PresenceTestsTest extends TwoModules {
    @Test
    void aTextThatWasLoadedForSomethingElseNamesNoModule() throws IOException {
        Evidence evidence = of("requires b;", """
                class User {
                    void run(String name) {
                        System.out.println("b");
                        if (ModuleLayer.boot().findModule(name).isPresent()) {
                            b.api.Net.open();
                        }
                    }
                }
                """);

        assertThat(evidence.uses())
                .filteredOn(use -> use.what().equals("b.api.Net"))
                .extracting(Use::optional)
                .containsExactly(false);
    }

    @Test
    void aTextIsTheNameWhateverIsFetchedBetween() throws IOException {
        assertThat(uses("""
                void far() {
                    try {
                        Thread now = Thread.currentThread();
                        Class.forName("b.api.Net", false, now.getThreadGroup().getParent().getParent().getClass().getClassLoader());
                        b.api.Net.open();
                    } catch (ReflectiveOperationException none) {
                        hashCode();
                    }
                }
                void said(String name, ClassLoader loader) {
                    try {
                        System.getProperty("b.api.Net");
                        Class.forName(name, false, loader);
                        b.api.Net.open();
                    } catch (ReflectiveOperationException none) {
                        hashCode();
                    }
                }
                """)).containsExactly("needed said:16", "optional far:7");
    }

    @Test
    void aUseBeforeTheTestIsNotGuarded() throws IOException {
        assertThat(uses("""
                void run() {
                    b.api.Net.open();
                    if (ModuleLayer.boot().findModule("b").isPresent()) {
                        b.api.Net.open();
                    }
                }
                """)).containsExactly("needed run:4", "optional run:6");
    }

    @Test
    void aUseInALambdaBehindTheTestIsGuarded() throws IOException {
        assertThat(uses("""
                void present() { ModuleLayer.boot().findModule("b").ifPresent(module -> b.api.Net.open()); }
                Runnable later() {
                    if (ModuleLayer.boot().findModule("b").isEmpty()) { return () -> {}; }
                    return () -> { Runnable inner = () -> b.api.Net.open(); inner.run(); };
                }
                """)).containsExactly("optional lambda$later:6", "optional lambda$present:3");
        assertThat(uses("""
                void other() { ModuleLayer.boot().findModule("c").ifPresent(module -> b.api.Net.open()); }
                Runnable before() {
                    Runnable run = () -> b.api.Net.open();
                    return ModuleLayer.boot().findModule("b").isEmpty() ? null : run;
                }
                """)).containsExactly("needed lambda$before:5", "needed lambda$other:3");
    }

    @Test
    void whoInsistsOnTheModuleDoesNotTest() throws IOException {
        assertThat(uses("""
                void run() {
                    System.out.println(ModuleLayer.boot().findModule("b").orElseThrow());
                    b.api.Net.open();
                }
                """)).containsExactly("needed run:5");
    }

    @Test
    void aMethodOfTheClassMayTest() throws IOException {
        assertThat(uses("""
                void run() { if (hasB()) { b.api.Net.open(); } }
                void found() { if (!isFound()) { return; } b.api.Net.open(); }
                void other() { if (hasC()) { b.api.Net.open(); } }
                void before() { b.api.Net.open(); hasB(); }
                private static boolean hasB() { return ModuleLayer.boot().findModule("b").isPresent(); }
                private static boolean hasC() { return ModuleLayer.boot().findModule("c").isPresent(); }
                private static boolean isFound() {
                    try {
                        Class.forName("b.api.Net", false, User.class.getClassLoader());
                        return true;
                    } catch (ClassNotFoundException none) {
                        return false;
                    }
                }
                """))
                .containsExactly("needed before:6", "needed other:5", "optional found:4", "optional run:3");
    }

    @Test
    void aConstantOfTheClassMayHoldTheTest() throws IOException {
        assertThat(uses("""
                static final boolean HAS_B = ModuleLayer.boot().findModule("b").isPresent();
                static final boolean HAS_C = ModuleLayer.boot().findModule("c").isPresent();
                static final boolean IS_FOUND = isFound();
                static final boolean IS_CAUGHT;
                static {
                    boolean is;
                    try { Class.forName("b.api.Net"); is = true; } catch (ClassNotFoundException none) { is = false; }
                    IS_CAUGHT = is;
                }
                static boolean changing = HAS_C;
                void b() { if (HAS_B) { b.api.Net.open(); } }
                void found() { if (!IS_FOUND) { return; } b.api.Net.open(); }
                void caught() { Runnable run = IS_CAUGHT ? () -> b.api.Net.open() : null; }
                void c() { if (HAS_C) { b.api.Net.open(); } }
                void before() { b.api.Net.open(); System.out.println(HAS_B); }
                void other() { if (changing) { b.api.Net.open(); } }
                private static boolean isFound() {
                    try { return Class.forName("b.api.Net") != null; } catch (ClassNotFoundException none) { return false; }
                }
                """))
                .containsExactly(
                        "needed before:17",
                        "needed c:16",
                        "needed other:18",
                        "optional b:13",
                        "optional found:14",
                        "optional lambda$caught:15");
    }

    @Test
    void aMethodThatThrowsWhereTheClassIsNotFoundDoesNotTest() throws IOException {
        assertThat(uses("""
                void run() { if (isFound()) { b.api.Net.open(); } }
                private static boolean isFound() {
                    try {
                        return Class.forName("b.api.Net") != null;
                    } catch (ClassNotFoundException none) {
                        throw new IllegalStateException(none);
                    }
                }
                """)).containsExactly("needed run:3");
    }

    @Test
    void aClassOfAModuleThatIsComparedWithNullIsATest() throws IOException {
        assertThat(uses("""
                void plain() { if (Class.forName(User.class.getModule(), "b.api.Net") != null) { b.api.Net.open(); } }
                void held() {
                    Class<?> net = Class.forName(User.class.getModule(), "b.api.Net");
                    if (net == null) { return; }
                    b.api.Net.open();
                }
                void taken() {
                    if (Class.forName(User.class.getModule(), "b.api.Net").getEnclosingClass() == null) { b.api.Net.open(); }
                }
                """)).containsExactly("needed taken:10", "optional held:7", "optional plain:3");
    }

    private List<String> uses(String members) throws IOException {
        return of("requires b;", "class User {\n" + members + "}").uses().stream()
                .filter(use -> use.what().equals("b.api.Net") && use.grade() == Grade.BYTECODE)
                .flatMap(use -> use.places().stream()
                        .map(place -> (use.optional() ? "optional " : "needed ")
                                + place.member().replaceAll("(lambda.*)\\$\\d+", "$1") + ":" + place.line()))
                .distinct()
                .sorted()
                .toList();
    }
}
