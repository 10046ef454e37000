package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Dependencies that only a linked image shows: found where they are not declared, and nothing where they are. */
@DisabledOnOs(OS.WINDOWS)
class ProbeGoalTest {
    /** Names ask for a transport, which another module provides: no class file and no descriptor shows that. */
    private static final String GAP = """
            schema: 1
            base: {modules: [core]}
            features:
              dns: {modules: [dns], checks: [resolves]}
              netstack: {modules: [net]}
              note: {}
            image: {launchers: {node: {module: core, main: core.Node}}}
            profiles:
              full: {include: all}
            checks:
              resolves: {run: [node, dns], expect: {stdout: '^up$'}}
              starts: {run: [node], expect: {stdout: '^node$'}}
            """;

    private static final String INTACT = GAP.replace("dns: {", "dns: {requires: [netstack], ");

    @TempDir
    private Path dir;

    private final Said said = new Said();
    private List<PathEntry> path;

    @BeforeEach
    void compile() {
        path = new TestReactor()
                .module("core", "exports core; uses Runnable; uses core.Transport;")
                .type("core", "core.Transport", "public interface Transport {}")
                .type("core", "core.Node", """
                        import java.util.ServiceLoader;
                        public class Node {
                            public static void main(String[] args) {
                                if (args.length == 0) {
                                    System.out.println("node");
                                } else {
                                    ServiceLoader.load(Runnable.class).findFirst().orElseThrow().run();
                                }
                            }
                        }""")
                .module("dns", "requires core; uses core.Transport; provides Runnable with dns.Dns;")
                .type("dns", "dns.Dns", """
                        import java.util.ServiceLoader;
                        public class Dns implements Runnable {
                            public void run() {
                                ServiceLoader.load(core.Transport.class).findFirst().orElseThrow();
                                System.out.println("up");
                            }
                        }""")
                .module("net", "requires core; provides core.Transport with net.Net;")
                .type("net", "net.Net", "public class Net implements core.Transport {}")
                .folders(dir.resolve("modules"));
    }

    /** One story, since each link takes seconds. */
    @Test
    void whatNobodyDeclaredIsNamedWithItsRowAndTheEntryThatMendsIt() throws Exception {
        GoalException failed = catchThrowableOfType(GoalException.class, () -> probe(GAP));

        assertThat(failed.faults()).singleElement().asString().contains("does not declare", "probe.md");
        JsonNode finding = document().at("/findings/0");
        String row = finding.at("/rows/0").stringValue();
        assertThat(document().at("/findings")).hasSize(1);
        assertThat(finding.at("/check").stringValue()).isEqualTo("resolves");
        assertThat(finding.at("/tried").booleanValue()).isTrue();
        assertThat(finding.at("/suspects").toString())
                .isEqualTo("[{\"anyOf\":[\"netstack\"],\"mends\":"
                        + "[{\"list\":\"features.dns.requires\",\"entry\":\"netstack\"}]}]");
        assertThat(finding.at("/failure/expected").stringValue()).isEqualTo("exit code 0");
        assertThat(said.lines)
                .anyMatch(line -> line.startsWith("resolves fails in " + row) && line.endsWith(": it needs netstack"))
                .contains("  mend: features.dns.requires: netstack")
                .anyMatch(line -> line.startsWith("  " + row + ": {include: [dns"))
                .anyMatch(line -> line.contains("(2 of 4 rows, about ") && line.endsWith(" left)"));
        assertThat(document().at("/rows").valueStream().filter(each -> each.has("sameImageAs")))
                .isNotEmpty();
        assertThat(document().at("/neverAsked")).isEmpty();
        assertThat(folder().resolve("probe.md")).content().contains("<code>features.dns.requires&#58; netstack</code>");
        assertThat(folder().resolve("row")).doesNotExist();
    }

    /** A text in a module without a class, and a module that has to have been started first. */
    @Test
    void aResourceAndAnOrderOfStartAreUnmaskedToo() throws Exception {
        path = new TestReactor()
                .module("core", "uses Runnable;")
                .type("core", "core.Node", """
                        import java.util.ServiceLoader;
                        public class Node {
                            public static void main(String[] args) throws Exception {
                                ServiceLoader.load(Runnable.class).forEach(Runnable::run);
                                if (System.getProperty("started") == null) {
                                    System.exit(3);
                                }
                                var texts = Node.class.getModule().getLayer().findModule("texts").orElseThrow();
                                try (var text = texts.getResourceAsStream("META-INF/hello.txt")) {
                                    System.out.println(new String(text.readAllBytes()));
                                }
                            }
                        }""")
                .module("greeter", "")
                .type("greeter", "greeter.Greeter", "public class Greeter {}")
                .module("starter", "provides Runnable with starter.Starter;")
                .type(
                        "starter",
                        "starter.Starter",
                        "public class Starter implements Runnable {"
                                + " public void run() { System.setProperty(\"started\", \"yes\"); } }")
                .module("texts", "")
                .file("texts", "META-INF/hello.txt", "hello")
                .folders(dir.resolve("others"));

        GoalException failed = catchThrowableOfType(GoalException.class, () -> probe("""
                schema: 1
                base: {modules: [core]}
                features:
                  greeter: {modules: [greeter], checks: [greets]}
                  starter: {modules: [starter]}
                  texts: {modules: [texts]}
                image: {launchers: {node: {module: core, main: core.Node}}}
                profiles:
                  full: {include: all}
                checks:
                  greets: {run: [node], expect: {stdout: '^hello$'}}
                """));

        assertThat(failed.faults()).singleElement().asString().contains("does not declare");
        assertThat(document()
                        .at("/findings")
                        .valueStream()
                        .flatMap(finding -> finding.at("/suspects").valueStream()))
                .extracting(suspect -> suspect.at("/mends").toString())
                .containsExactlyInAnyOrder(
                        "[{\"list\":\"features.greeter.requires\",\"entry\":\"starter\"}]",
                        "[{\"list\":\"features.greeter.requires\",\"entry\":\"texts\"}]");
    }

    @Test
    void nothingIsFoundWhereAllIsDeclaredAndWhatFailsAnywayIsLeftOut() throws Exception {
        probe(INTACT + "  broken: {run: [node], expect: {stdout: '^edge$'}}\n");

        assertThat(document().at("/passed").booleanValue()).isTrue();
        assertThat(document().at("/pairs/met").longValue())
                .isEqualTo(document().at("/pairs/feasible").longValue());
        assertThat(document().at("/leftOut").toString()).contains("\"broken\"", "\"in full\"");
        assertThat(said.warnings)
                .anyMatch(warning ->
                        warning.startsWith("broken fails in full, where nothing is missing: it is left out"));
        assertThat(said.lines).anyMatch(line -> line.contains("nothing unmasked"));
    }

    @Test
    void imagesOfRowsAreMadeAsThatOfTheSuperset() throws Exception {
        path = new TestReactor()
                .module("core", "")
                .type("core", "core.Node", """
                        public class Node {
                            public static void main(String[] args) { System.out.println(System.getProperty("mode")); }
                        }""")
                .folders(dir.resolve("others"));

        probe("""
                schema: 1
                base: {modules: [core]}
                features: {a: {}, b: {}}
                image: {launchers: {node: {module: core, main: core.Node}}}
                profiles:
                  full: {include: all, image: {launchers: {node: {module: core, main: core.Node, jvm: [-Dmode=big]}}}}
                checks:
                  starts: {run: [node], expect: {stdout: '^big$'}}
                """);

        assertThat(document().at("/passed").booleanValue()).isTrue();
        assertThat(document().at("/rows/0/passed").intValue()).isEqualTo(1);
    }

    /** Netstack never is in without b, since base needs b or d: what fails without netstack fails without b, too. */
    @Test
    void whatCannotBeLeftOutByItselfIsNotAccusedBesideWhatCan() throws Exception {
        catchThrowableOfType(
                GoalException.class,
                () -> probe(GAP.replace("{modules: [core]}", "{modules: [core], needs: [store]}")
                        .replace("{modules: [net]}", "{modules: [net], conflicts: [d]}")
                        .replace("note: {}", "b: {}\n  d: {}")
                        .replace("include: all", "include: all, exclude: [d]")
                        .concat("capabilities: {store: {providers: [b, d]}}\n")));

        assertThat(document().at("/findings")).hasSize(1);
        assertThat(document().at("/findings/0/tried").booleanValue()).isTrue();
        assertThat(document().at("/findings/0/suspects/0/anyOf").toString()).isEqualTo("[\"netstack\"]");
    }

    /** The superset cannot have it, and so cannot show that it is well there. */
    @Test
    void aCheckThatFailsInEachRowAndThatTheSupersetCannotBeAskedIsAFinding() throws Exception {
        GoalException failed = catchThrowableOfType(
                GoalException.class,
                () -> probe(GAP.replace("note: {}", "alt: {conflicts: [dns]}")
                        .replace("include: all", "include: all, exclude: [dns]")));

        assertThat(failed.faults()).singleElement().asString().contains("does not declare");
        assertThat(document().at("/findings")).hasSize(1);
        assertThat(document().at("/findings/0/tried").booleanValue()).isFalse();
        assertThat(document().at("/findings/0/suspects").toString()).contains("[\"netstack\"]");
    }

    @Test
    void rowsOfWhichNoImageCanBeMadeAreToldWithWhatMendsThem() throws Exception {
        path = new TestReactor()
                .module("core", "")
                .type("core", "core.Node", "public class Node { public static void main(String[] args) {} }")
                .module("dns", "requires core; requires net;")
                .module("net", "")
                .type("net", "net.Net", "public class Net {}")
                .folders(dir.resolve("others"));

        GoalException failed = catchThrowableOfType(
                GoalException.class,
                () -> probe(GAP.replace("'^node$'", "'^$'").replace("note: {}", "note: {internal: true}")));

        assertThat(failed.faults()).singleElement().asString().contains("does not declare");
        JsonNode refused = document().at("/refused/0");
        assertThat(refused.at("/faults").toString()).contains("requires: [netstack]");
        assertThat(said.lines).contains("no image of " + refused.at("/rows/0").stringValue() + ":");
        assertThat(document().at("/pairs/firstMissed").toString()).isEqualTo("[{\"in\":\"dns\",\"out\":\"netstack\"}]");
        assertThat(document().has("ended")).isFalse();
    }

    @Test
    void aBudgetOfRowsEndsItAndWhatWasNotCoveredIsSaid() throws Exception {
        probe(INTACT, OptionalInt.of(1), OptionalInt.empty(), System::nanoTime);

        assertThat(document().at("/ended").stringValue()).isEqualTo("rows");
        assertThat(document().at("/rows")).hasSize(1);
        assertThat(document().at("/pairs/firstMissed")).isNotEmpty();
        assertThat(said.lines)
                .anyMatch(line -> line.startsWith("not covered, since whittle.probeRows ended the probe: ")
                        && line.contains(" pairs, such as "));
    }

    @Test
    void aBudgetOfMinutesEndsItAndWhatWasNotRunIsSaid() throws Exception {
        AtomicLong clock = new AtomicLong();
        probe(INTACT, OptionalInt.empty(), OptionalInt.of(1), () -> clock.addAndGet(TimeUnit.MINUTES.toNanos(1)));

        assertThat(document().at("/ended").stringValue()).isEqualTo("minutes");
        assertThat(document()
                        .at("/rows")
                        .valueStream()
                        .map(row -> row.at("/state").stringValue()))
                .isNotEmpty()
                .containsOnly("not-run");
        assertThat(document().at("/pairs/met").longValue()).isZero();
        assertThat(said.lines)
                .anyMatch(line -> line.startsWith("not covered, since whittle.probeMinutes ended the probe: ")
                        && line.contains("rows row-1, row-2"));
    }

    @Test
    void whatIsAskedForWronglyIsToldBeforeAnythingIsLinked() {
        GoalException refused = catchThrowableOfType(
                GoalException.class,
                () -> probe(
                        INTACT.replace("full:", "whole:"), OptionalInt.of(0), OptionalInt.of(-1), System::nanoTime));

        assertThat(refused.faults())
                .satisfiesExactly(
                        rows -> assertThat(rows).startsWith("whittle.probeRows is 0."),
                        minutes -> assertThat(minutes).startsWith("whittle.probeMinutes is -1."),
                        superset -> assertThat(superset)
                                .contains("whittle.superset is 'full'", "-Dwhittle.superset=<profile>; it has whole."));
        assertThat(folder()).doesNotExist();
    }

    @Test
    void aCatalogueWithoutChecksIsWarnedOf() throws Exception {
        probe(GAP.replaceAll("(?s)checks:\n.*", "").replace(", checks: [resolves]", ""));

        assertThat(said.warnings).anyMatch(warning -> warning.contains("has no checks"));
        assertThat(folder()).doesNotExist();
    }

    private void probe(String catalog) throws Exception {
        probe(catalog, OptionalInt.empty(), OptionalInt.empty(), System::nanoTime);
    }

    private void probe(String catalog, OptionalInt rows, OptionalInt minutes, LongSupplier nanos) throws Exception {
        Path file = Files.writeString(dir.resolve("feature-tags.yaml"), catalog);
        Path tool = Files.writeString(dir.resolve("tool.jar"), "version 1");
        LinkRequest link = new LinkRequest(
                "test:project",
                file,
                List.of(),
                List.of(),
                path,
                JarEdges.UNKNOWN,
                JdkAt.folder(TestJdk.home()),
                dir.resolve("target/whittle"),
                false,
                Project.lockUse(),
                "test:whittle:1",
                List.of(tool));
        Files.createDirectories(link.output());
        new ProbeGoal(new ProbeRequest(link, "full", List.of(), 2, rows, minutes), said, nanos).run();
    }

    private Path folder() {
        return dir.resolve("target/whittle/probe");
    }

    private JsonNode document() throws IOException {
        return new JsonMapper().readTree(Files.readString(folder().resolve("probe.json")));
    }
}
