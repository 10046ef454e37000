package io.whittle.assembler.init;

import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.testing.OutpostModules;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** What code suggests as a catalogue: held as text, and put to use as it stands. */
class SketcherTest {
    private static final String MAIN = "public static void main(String[] args) {";

    @TempDir
    private Path dir;

    @Test
    void anApplicationOfThreeModulesAndALibrary() throws Exception {
        List<PathEntry> own = new TestReactor()
                .module("com.acme.core", "exports com.acme.core; requires org.lib;")
                .type("com.acme.core", "com.acme.core.Core", "public class Core { org.lib.Lib lib; }")
                .module("com.acme.net", "requires com.acme.core; exports com.acme.net;")
                .type("com.acme.net", "com.acme.net.Net", "public class Net extends com.acme.core.Core {}")
                .module("com.acme.app", "requires com.acme.core; requires com.acme.net;")
                .type(
                        "com.acme.app",
                        "com.acme.app.Main",
                        "public class Main { " + MAIN + " new com.acme.net.Net(); new com.acme.core.Core(); } }")
                .module("org.lib", "exports org.lib;")
                .type("org.lib", "org.lib.Lib", "public class Lib {}")
                .folders(dir);

        FirstCatalog catalog = FirstCatalog.of(asLibrary("org.lib", own)).hold("application");

        assertThat(catalog.modules("minimal"))
                .containsExactly("com.acme.app", "com.acme.core", "com.acme.net", "org.lib");
        assertThat(catalog.plan("minimal").launchers()).hasSize(1);
    }

    @Test
    void aServiceWithOneProviderIsRequiredAndOneWithSeveralIsACapability() throws Exception {
        FirstCatalog catalog = FirstCatalog.of(
                        dir,
                        new TestReactor()
                                .module("acme.api", "exports acme.api;")
                                .type("acme.api", "acme.api.KeyStore", "public interface KeyStore {}")
                                .type("acme.api", "acme.api.Clock", "public interface Clock {}")
                                .type("acme.api", "acme.api.Plugin", "public interface Plugin {}")
                                .module(
                                        "acme.app",
                                        "requires acme.api; uses acme.api.KeyStore; uses acme.api.Clock;"
                                                + " uses acme.api.Plugin;")
                                .type(
                                        "acme.app",
                                        "acme.app.Main",
                                        "import acme.api.*; import java.util.ServiceLoader;\npublic class Main { "
                                                + MAIN
                                                + "\nServiceLoader.load(KeyStore.class).findFirst().orElseThrow();"
                                                + "\nServiceLoader.load(Clock.class).findFirst().orElseThrow();"
                                                + "\nfor (Plugin each : ServiceLoader.load(Plugin.class)) each.hashCode(); } }")
                                .module(
                                        "acme.disk",
                                        "requires acme.api; provides acme.api.KeyStore with acme.disk.Disk;")
                                .type(
                                        "acme.disk",
                                        "acme.disk.Disk",
                                        "public class Disk implements acme.api.KeyStore {}")
                                .module(
                                        "acme.card",
                                        "requires acme.api; provides acme.api.KeyStore with acme.card.Card;")
                                .type(
                                        "acme.card",
                                        "acme.card.Card",
                                        "public class Card implements acme.api.KeyStore {}")
                                .module(
                                        "acme.quartz",
                                        "requires acme.api; provides acme.api.Clock with acme.quartz.Quartz;")
                                .type(
                                        "acme.quartz",
                                        "acme.quartz.Quartz",
                                        "public class Quartz implements acme.api.Clock {}")
                                .module(
                                        "acme.extra",
                                        "requires acme.api; provides acme.api.Plugin with acme.extra.Extra;")
                                .type(
                                        "acme.extra",
                                        "acme.extra.Extra",
                                        "public class Extra implements acme.api.Plugin {}"))
                .hold("services");

        assertThat(catalog.modules("minimal")).containsExactly("acme.api", "acme.app", "acme.card", "acme.quartz");
        assertThat(catalog.modules("full")).contains("acme.disk", "acme.extra");
    }

    @Test
    void modulesThatNeedOneAnotherAreOneFeature() throws Exception {
        FirstCatalog catalog = FirstCatalog.of(
                        dir,
                        new TestReactor()
                                .module("acme.shell", "exports acme.shell; uses acme.shell.Engine;")
                                .type("acme.shell", "acme.shell.Engine", "public interface Engine {}")
                                .type(
                                        "acme.shell",
                                        "acme.shell.Shell",
                                        "public class Shell { " + MAIN
                                                + " java.util.ServiceLoader.load(Engine.class).findFirst().orElseThrow(); } }")
                                .module(
                                        "acme.engine",
                                        "requires acme.shell; provides acme.shell.Engine with acme.engine.Motor;")
                                .type(
                                        "acme.engine",
                                        "acme.engine.Motor",
                                        "public class Motor implements acme.shell.Engine {}")
                                .module("acme.tool", "requires acme.shell;")
                                .type("acme.tool", "acme.tool.Tool", "public class Tool extends acme.shell.Shell {}"))
                .hold("circle");

        assertThat(catalog.modules("minimal")).containsExactly("acme.engine", "acme.shell");
    }

    @Test
    void whatIsUsedWhereItIsThere() throws Exception {
        FirstCatalog catalog = FirstCatalog.of(
                        dir,
                        new TestReactor()
                                .module("acme.color", "exports acme.color;")
                                .type("acme.color", "acme.color.Color", "public class Color {}")
                                .module("acme.text", "exports acme.text; requires static acme.color;")
                                .type(
                                        "acme.text",
                                        "acme.text.Text",
                                        "public class Text { public static Object paint() {"
                                                + " return new acme.color.Color(); } }")
                                .module("acme.editor", "requires acme.text;")
                                .type(
                                        "acme.editor",
                                        "acme.editor.Editor",
                                        "public class Editor extends acme.text.Text {}")
                                .module("acme.viewer", "requires acme.text;")
                                .type(
                                        "acme.viewer",
                                        "acme.viewer.Viewer",
                                        "public class Viewer extends acme.text.Text {}"))
                .hold("optional");

        assertThat(catalog.modules("minimal")).containsExactly("acme.color");
        assertThat(catalog.modules("full")).hasSize(4);
    }

    @Test
    void namesAreSpelledAndToldApart() throws Exception {
        FirstCatalog.of(
                        dir,
                        new TestReactor()
                                .module("com.acme", "exports com.acme;")
                                .type("com.acme", "com.acme.Root", "public class Root {}")
                                .module("com.acme.dnsProxy2", "requires com.acme;")
                                .type("com.acme.dnsProxy2", "com.acme.dnsProxy2.A", "class A extends com.acme.Root {}")
                                .module("com.acme.dns.proxy2", "")
                                .type("com.acme.dns.proxy2", "com.acme.dns.proxy2.A", "class A {}")
                                .module("com.acme.HTTPServer", "")
                                .type("com.acme.HTTPServer", "com.acme.HTTPServer.A", "class A {}")
                                .module("com.acme._4g", "")
                                .type("com.acme._4g", "com.acme._4g.A", "class A {}")
                                .module("com.acme.on", "")
                                .type("com.acme.on", "com.acme.on.A", "class A {}")
                                .module("com.acme.acme", "")
                                .type("com.acme.acme", "com.acme.acme.A", "class A {}"))
                .hold("names");
    }

    @Test
    void aModuleAloneIsAFeature() throws Exception {
        FirstCatalog catalog = FirstCatalog.of(
                        dir,
                        new TestReactor()
                                .module("com.acme.alone", "")
                                .type("com.acme.alone", "com.acme.alone.Alone", "class Alone {}"),
                        Map.of("com.acme.alone", List.of("jdk.crypto.ec")))
                .hold("alone");

        assertThat(catalog.plan("minimal").roots()).containsExactly("com.acme.alone", "jdk.crypto.ec");
    }

    @Test
    void aModuleOfTheJdkThatARequiredFeatureNamesIsNotNamedAgain() throws Exception {
        FirstCatalog catalog = FirstCatalog.of(
                        dir,
                        new TestReactor()
                                .module("com.acme.net", "exports com.acme.net;")
                                .type("com.acme.net", "com.acme.net.Net", "public class Net {}")
                                .module("com.acme.app", "requires com.acme.net;")
                                .type("com.acme.app", "com.acme.app.App", "class App extends com.acme.net.Net {}")
                                .module("com.acme.tool", "")
                                .type("com.acme.tool", "com.acme.tool.Tool", "class Tool {}"),
                        Map.of(
                                "com.acme.net", List.of("jdk.crypto.ec"),
                                "com.acme.app", List.of("jdk.crypto.ec", "jdk.zipfs"),
                                "com.acme.tool", List.of("jdk.crypto.ec")))
                .hold("required-jdk-modules");

        assertThat(catalog.plan("full").roots()).contains("jdk.crypto.ec", "jdk.zipfs");
    }

    @Test
    void everyMainClassIsStarted() throws Exception {
        FirstCatalog catalog = FirstCatalog.of(
                        dir,
                        new TestReactor()
                                .module("acme.java", "")
                                .type("acme.java", "acme.java.Main", "public class Main { " + MAIN + "} }")
                                .module("acme.tools", "")
                                .type("acme.tools", "acme.tools.DumpHeap", "public class DumpHeap { " + MAIN + "} }")
                                .type(
                                        "acme.tools",
                                        "acme.tools.Trace",
                                        "public interface Trace { static void main(String[] args) {} }")
                                .type(
                                        "acme.tools",
                                        "acme.tools.NoMain",
                                        "class NoMain { void main(String[] args) {} static class In { " + MAIN
                                                + "} } }"))
                .hold("mains");

        assertThat(catalog.plan("full").launchers())
                .extracting(launcher -> launcher.name().text())
                .containsExactly("dump-heap", "run-java", "trace");
    }

    @Test
    void aLibraryThatAloneProvidesWhatIsNeededIsAFeature() throws Exception {
        List<PathEntry> path = new TestReactor()
                .module("acme.log", "exports acme.log; uses acme.log.Sink;")
                .type("acme.log", "acme.log.Sink", "public interface Sink {}")
                .type(
                        "acme.log",
                        "acme.log.Log",
                        "public class Log { public static Object sink() {"
                                + " return java.util.ServiceLoader.load(Sink.class).findFirst().orElseThrow(); } }")
                .module("acme.one", "requires acme.log;")
                .type("acme.one", "acme.one.One", "public class One { " + MAIN + " acme.log.Log.sink(); } }")
                .module("acme.two", "")
                .type("acme.two", "acme.two.Two", "public class Two { " + MAIN + "} }")
                .module("org.sink", "requires acme.log; provides acme.log.Sink with org.sink.Console;")
                .type("org.sink", "org.sink.Console", "public class Console implements acme.log.Sink {}")
                .folders(dir);

        FirstCatalog catalog = FirstCatalog.of(asLibrary("acme.log", asLibrary("org.sink", path)))
                .hold("library-provides");

        assertThat(catalog.modules("minimal")).contains("org.sink");
    }

    @Test
    void whatALibraryNamesIsUsedByThoseBeforeIt() throws Exception {
        List<PathEntry> path = new TestReactor()
                .module("acme.one", "requires org.lib;")
                .type("acme.one", "acme.one.One", "public class One { " + MAIN + " org.lib.Loader.load(); } }")
                .module("acme.two", "exports acme.two;")
                .type("acme.two", "acme.two.Two", "public class Two {}")
                .module("acme.three", "")
                .type("acme.three", "acme.three.Three", "public class Three {}")
                .module("org.lib", "exports org.lib;")
                .type(
                        "org.lib",
                        "org.lib.Loader",
                        "public class Loader { public static void load() {\n try { Class.forName(\"acme.two.Two\"); }"
                                + " catch (ClassNotFoundException none) { throw new IllegalStateException(none); } } }")
                .folders(dir);

        FirstCatalog catalog = FirstCatalog.of(asLibrary("org.lib", path)).holdUse();

        assertThat(catalog.text())
                .contains("      - two  # constant: org.lib.Loader.load (Loader.java:3), in the library org.lib\n");
        assertThat(catalog.modules("minimal")).containsExactly("acme.one", "acme.two", "org.lib");
    }

    @Test
    void aProviderInBaseIsAtHand() throws Exception {
        FirstCatalog catalog = FirstCatalog.of(
                        dir,
                        new TestReactor()
                                .module("acme.api", "exports acme.api; provides acme.api.Store with acme.api.InMemory;")
                                .type("acme.api", "acme.api.Store", "public interface Store {}")
                                .type("acme.api", "acme.api.InMemory", "public class InMemory implements Store {}")
                                .module("acme.app", "requires acme.api; uses acme.api.Store;")
                                .type(
                                        "acme.app",
                                        "acme.app.Main",
                                        "public class Main { " + MAIN + needed("acme.api.Store") + "} }")
                                .module("acme.disk", "requires acme.api; provides acme.api.Store with acme.disk.Disk;")
                                .type("acme.disk", "acme.disk.Disk", "public class Disk implements acme.api.Store {}"))
                .holdUse();

        assertThat(catalog.text()).contains("base:").doesNotContain("capabilities:", "needs:", "requires:");
    }

    @Test
    void capabilitiesOfOneNameAreToldApart() throws Exception {
        FirstCatalog catalog = FirstCatalog.of(
                        dir,
                        new TestReactor()
                                .module("acme.api", "exports acme.in; exports acme.out;")
                                .type("acme.api", "acme.in.Port", "public interface Port {}")
                                .type("acme.api", "acme.out.Port", "public interface Port {}")
                                .module("acme.app", "requires acme.api; uses acme.in.Port; uses acme.out.Port;")
                                .type(
                                        "acme.app",
                                        "acme.app.Main",
                                        "public class Main { " + MAIN + needed("acme.in.Port") + needed("acme.out.Port")
                                                + "} }")
                                .module(
                                        "acme.tcp",
                                        "requires acme.api; provides acme.in.Port with acme.tcp.In;"
                                                + " provides acme.out.Port with acme.tcp.Out;")
                                .type("acme.tcp", "acme.tcp.In", "public class In implements acme.in.Port {}")
                                .type("acme.tcp", "acme.tcp.Out", "public class Out implements acme.out.Port {}")
                                .module(
                                        "acme.udp",
                                        "requires acme.api; provides acme.in.Port with acme.udp.In;"
                                                + " provides acme.out.Port with acme.udp.Out;")
                                .type("acme.udp", "acme.udp.In", "public class In implements acme.in.Port {}")
                                .type("acme.udp", "acme.udp.Out", "public class Out implements acme.out.Port {}"))
                .holdUse();

        assertThat(catalog.text())
                .contains(
                        "  port:  # acme.in.Port\n    providers: [tcp, udp]\n",
                        "  out-port:  # acme.out.Port\n    providers: [tcp, udp]\n");
    }

    private static String needed(String service) {
        return " java.util.ServiceLoader.load(" + service + ".class).findFirst().orElseThrow();";
    }

    @Test
    void aJarWithoutDescriptorIsInNoFeature() throws Exception {
        List<PathEntry> path = new ArrayList<>(new TestReactor()
                .module("acme.app", "")
                .type("acme.app", "acme.app.Main", "public class Main { " + MAIN + "} }")
                .folders(dir));
        PathEntry bare = module("acme.bare").automatic().pkg("acme.bare").jar(dir);
        path.add(new PathEntry(bare.path(), bare.label(), true));

        assertThat(FirstCatalog.of(path).text()).contains("acme.app").doesNotContain("acme.bare");
    }

    @Test
    void outpostsFirstCatalogueIsClean() throws Exception {
        FirstCatalog catalog = FirstCatalog.of(OutpostModules.compile(dir)).holdUse();
        // Without lines: each change to Outpost would be one to this file.
        Golden.hold("init/outpost.yaml", catalog.text().replaceAll("(\\.java):\\d+\\)", "$1)"));

        assertThat(catalog.modules("minimal"))
                .contains("outpost.cli", "outpost.daemon", "outpost.core", "info.picocli");
    }

    private static List<PathEntry> asLibrary(String module, List<PathEntry> path) {
        return path.stream()
                .map(entry -> entry.label().contains(":" + module + ":")
                        ? new PathEntry(entry.path(), entry.label(), false)
                        : entry)
                .toList();
    }
}
