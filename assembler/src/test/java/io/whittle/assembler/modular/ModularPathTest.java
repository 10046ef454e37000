package io.whittle.assembler.modular;

import io.whittle.assembler.modules.JarChange.Kind;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.PlainJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;

import static io.whittle.assembler.testing.PlainJar.plain;
import static org.assertj.core.api.Assertions.assertThat;

/** What descriptors are made of jars that have none. */
class ModularPathTest {
    @TempDir
    private Path dir;

    @Test
    void aPathOfModulesIsTakenAsItIsAndNoCodeIsRead() {
        MadeScene scene = new MadeScene(dir)
                .with(app("").in(dir), type("unused", "unused.A", "").in(dir));

        assertThat(scene.module("acme.app").changed()).isEmpty();
        assertThat(scene.module("unused").automatic()).isTrue();
        assertThat(scene.output()).doesNotExist();
    }

    @Test
    void whatCodeNamesIsRequiredAndWhatItGuardsIsOptional() {
        PathEntry far = type("far", "far.Far", "").in(dir);
        PathEntry maybe = type("maybe", "maybe.Maybe", "").in(dir);
        PathEntry lib = type("lib", "lib.Lib", """
                        Object far = new far.Far();
                        java.util.logging.Logger log;
                        static Object get() {
                            try { return new maybe.Maybe(); } catch (NoClassDefFoundError gone) { return null; }
                        }
                        """).on(far, maybe).in(dir);
        MadeScene scene = new MadeScene(dir).with(app("requires lib;").on(lib).in(dir), lib, far, maybe);

        assertThat(scene.requires("lib")).containsExactlyInAnyOrder("far", "static maybe", "java.logging");
        assertThat(scene.descriptor("lib").isOpen()).isTrue();
        assertThat(scene.descriptor("lib").exports())
                .extracting(exports -> exports.source())
                .containsExactly("lib");
        assertThat(scene.module("far").changed()).isPresent();
        assertThat(scene.module("maybe").automatic()).as("nobody requires it").isTrue();
    }

    @Test
    void knownDependenciesDecideWhatIsRequired() {
        PathEntry driver = type("driver", "driver.Driver", "").in(dir);
        PathEntry extra = type("extra", "extra.Extra", "").in(dir);
        PathEntry lib = type("lib", "lib.Lib", "Object extra = new extra.Extra();")
                .on(extra)
                .in(dir);
        MadeScene scene = new MadeScene(dir)
                .with(app("requires lib;").on(lib).in(dir), lib, driver, extra)
                .edges(entry -> entry.equals(lib) ? Optional.of(Set.of("test:driver:1")) : Optional.empty());

        assertThat(scene.requires("lib")).containsExactlyInAnyOrder("driver", "static extra");
    }

    @Test
    void theCatalogueAddsRequirementsAndMakesThemOptional() {
        PathEntry more = type("more", "more.More", "").in(dir);
        PathEntry lib = type("lib", "lib.Lib", "java.util.logging.Logger log;").in(dir);
        MadeScene scene = new MadeScene(dir)
                .with(app("requires lib;").on(lib).in(dir), lib, more)
                .artifact("test:lib", "requires: [more], optional: [java.logging]");

        assertThat(scene.requires("lib")).containsExactlyInAnyOrder("more", "static java.logging");
    }

    @Test
    void aDescriptorOfItsOwnIsAmended() throws Exception {
        PathEntry lib = plain("lib")
                .source("module-info.java", "module lib { requires java.logging; exports lib; }")
                .source("lib/Lib.java", "package lib; public class Lib {}")
                .in(dir);
        MadeScene scene = new MadeScene(dir)
                .with(app("requires lib;").on(lib).in(dir), lib)
                .artifact("test:lib", "requires: [java.sql], optional: [java.logging]");

        assertThat(scene.requires("lib")).containsExactlyInAnyOrder("java.sql", "static java.logging");
        assertThat(scene.changes("lib")).containsExactly(Kind.REQUIREMENTS_MADE_OPTIONAL, Kind.REQUIREMENTS_ADDED);
        assertThat(ModuleFinder.of(scene.copy("lib")).find("lib").orElseThrow().descriptor())
                .isEqualTo(scene.descriptor("lib"));
    }

    @Test
    void whoReadsOneJarWithoutADescriptorReadsTheOthersStill() {
        PathEntry far = type("far", "far.Far", "").in(dir);
        PathEntry lib = type("lib", "lib.Lib", "").in(dir);
        PathEntry app = plain("app")
                .source("module-info.java", "module acme.app { requires lib; }")
                .source("acme/app/Main.java", "package acme.app; public class Main { Object far = new far.Far(); }")
                .on(lib, far)
                .in(dir);
        MadeScene scene = new MadeScene(dir).with(app, lib, far);

        assertThat(scene.requires("acme.app")).containsExactlyInAnyOrder("lib", "far");
        assertThat(scene.changes("acme.app")).containsExactly(Kind.REQUIREMENTS_ADDED);
        assertThat(scene.changes("far")).containsExactly(Kind.DESCRIPTOR_MADE);
    }

    @Test
    void theCatalogueNamesAJarOfWhichNoNameCanBeTold() {
        PathEntry made = type("lib", "lib.Lib", "").in(dir);
        Path odd = dir.resolve("1-int.jar");
        try {
            Files.copy(made.path(), odd);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        PathEntry lib = new PathEntry(odd, "test:odd:1");
        MadeScene scene = new MadeScene(dir).with(lib).roots("acme.odd").artifact("test:odd", "module: acme.odd");

        assertThat(scene.changes("acme.odd")).containsExactly(Kind.DESCRIPTOR_MADE);
    }

    @Test
    void jarsThatShareAPackageBecomeOneUnlessClassesClash() throws Exception {
        PathEntry one = type("one", "shared.One", "").in(dir);
        PathEntry two = type("two", "shared.Two", "shared.One one;").on(one).in(dir);
        MadeScene scene = new MadeScene(dir).with(one, two).roots("one", "two");

        assertThat(scene.descriptor("one").packages()).containsExactly("shared");
        assertThat(scene.descriptor("two").packages()).isEmpty();
        assertThat(scene.requires("two")).containsExactly("transitive one");
        try (JarFile copy = new JarFile(scene.copy("one").toFile())) {
            assertThat(copy.getEntry("shared/Two.class")).isNotNull();
        }

        PathEntry other = type("other", "shared.One", "int another;").in(dir);
        MadeScene clash = new MadeScene(dir).with(one, other).roots("one", "other");
        assertThat(clash.descriptor("one").packages()).containsExactly("shared");
        assertThat(clash.descriptor("other").packages()).containsExactly("shared");
    }

    @Test
    void jarsThatRequireEachOtherBecomeOne() {
        PathEntry stub = type("b", "b.B", "").in(dir.resolve("stub"));
        PathEntry a = type(
                        "a",
                        "a.A",
                        "static Object get() {"
                                + " try { return new b.B(); } catch (NoClassDefFoundError gone) { return null; } }")
                .on(stub)
                .in(dir);
        PathEntry b = type("b", "b.B", "Object a = new a.A();").on(a).in(dir);
        MadeScene scene = new MadeScene(dir).with(a, b).roots("b");

        assertThat(scene.descriptor("a").packages()).containsExactlyInAnyOrder("a", "b");
        assertThat(scene.requires("a")).isEmpty();
        assertThat(scene.requires("b")).containsExactly("transitive a");
        assertThat(scene.changes("b")).contains(Kind.PACKAGES_MERGED);
    }

    @Test
    void aCircleThroughAModuleIsOpenedWhereTheJarCanDoWithoutIt() {
        PathEntry stub = type("acme.app", "acme.app.Main", "").in(dir.resolve("stub"));
        PathEntry lib = type(
                        "lib",
                        "lib.Lib",
                        "static Object get() {"
                                + " try { return new acme.app.Main(); } catch (NoClassDefFoundError gone) { return null; } }")
                .on(stub)
                .in(dir);
        MadeScene scene = new MadeScene(dir).with(app("requires lib;").on(lib).in(dir), lib);

        assertThat(scene.requires("lib")).isEmpty();
    }

    @Test
    void packagesOfTheJdkAreTheJdks() throws Exception {
        PathEntry lib = type("lib", "lib.Lib", "org.w3c.dom.Node node;")
                .file("org/w3c/dom/Node.class", "an old one")
                .file("org/w3c/dom/old.txt", "of its package")
                .in(dir);
        MadeScene scene = new MadeScene(dir).with(lib).roots("lib");

        assertThat(scene.descriptor("lib").packages()).containsExactly("lib");
        assertThat(scene.requires("lib")).containsExactly("java.xml");
        assertThat(scene.changes("lib")).contains(Kind.JDK_PACKAGES_DROPPED);
        try (JarFile copy = new JarFile(scene.copy("lib").toFile())) {
            assertThat(copy.getEntry("org/w3c/dom/Node.class")).isNull();
        }
    }

    @Test
    void whatIsInAPackageOfTheJdkProvidesNothing() {
        PathEntry lib = type("lib", "lib.Lib", "")
                .source("lib/Task.java", "package lib; public class Task implements Runnable { public void run() {} }")
                .file("META-INF/services/java.lang.Runnable", "org.w3c.dom.Task\r\nlib.Task # ours\r\n")
                .file("org/w3c/dom/Task.class", taskOf("org.w3c.dom"))
                .in(dir);
        MadeScene scene = new MadeScene(dir).with(lib).roots("lib");

        assertThat(scene.descriptor("lib").packages()).containsExactly("lib");
        assertThat(scene.descriptor("lib").provides())
                .singleElement()
                .satisfies(each -> assertThat(each.providers()).containsExactly("lib.Task"));
    }

    @Test
    void copiesAreTheSameBytesAndTheirSourceIsNotTouched() throws Exception {
        PathEntry lib = type("lib", "lib.Lib", "").in(dir);
        byte[] before = Files.readAllBytes(lib.path());
        Path first = new MadeScene(dir.resolve("1")).with(lib).roots("lib").copy("lib");
        Path second = new MadeScene(dir.resolve("2")).with(lib).roots("lib").copy("lib");

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(first.getParent().getFileName()).isEqualTo(second.getParent().getFileName());
        assertThat(Files.readAllBytes(lib.path())).isEqualTo(before);
    }

    @Test
    void versionsForSeveralReleasesStayAndTheirPackagesCount() throws Exception {
        PathEntry newer = type("newer", "lib.fresh.Fresh", "").in(dir.resolve("newer"));
        byte[] fresh;
        try (JarFile jar = new JarFile(newer.path().toFile())) {
            fresh = jar.getInputStream(jar.getEntry("lib/fresh/Fresh.class")).readAllBytes();
        }
        PathEntry lib = type("lib", "lib.Lib", "")
                .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n")
                .file("META-INF/versions/11/lib/fresh/Fresh.class", fresh)
                .in(dir);
        MadeScene scene = new MadeScene(dir).with(lib).roots("lib");

        assertThat(scene.descriptor("lib").packages()).containsExactlyInAnyOrder("lib", "lib.fresh");
        try (JarFile copy = new JarFile(scene.copy("lib").toFile())) {
            assertThat(copy.isMultiRelease()).isTrue();
            assertThat(copy.getEntry("META-INF/versions/11/lib/fresh/Fresh.class"))
                    .isNotNull();
        }
    }

    private static PlainJar app(String requires) {
        return plain("app")
                .source("module-info.java", "module acme.app { " + requires + " }")
                .source("acme/app/Main.java", "package acme.app; public class Main {}");
    }

    private static byte[] taskOf(String packageName) {
        ClassWriter type = new ClassWriter(0);
        String name = packageName.replace('.', '/') + "/Task";
        type.visit(
                Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", new String[] {"java/lang/Runnable"});
        type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null).visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }

    private static PlainJar type(String artifact, String name, String members) {
        int dot = name.lastIndexOf('.');
        return plain(artifact)
                .source(
                        name.replace('.', '/') + ".java",
                        "package " + name.substring(0, dot) + "; public class " + name.substring(dot + 1) + " { "
                                + members + " }");
    }
}
