package outpost.network;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.core.json.Json;
import outpost.lab.Await;
import outpost.lab.Capture;
import outpost.lab.Images;
import outpost.lab.Lab;
import outpost.lab.LabNode;
import outpost.lab.NameServer;
import outpost.lab.Said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The exit node of a list that named no peerapiserver: its clients find no name, at once and without a packet. Replayed, named by each
 * line of defence, and healed. A story of many minutes: each chapter needs what the one before has made.
 */
@Tag("network")
@Timeout(3_600)
class SecondOutageTest {
    private static final String EDGE = "requires: [peerapiserver, advertiseroutes]";
    private static final String LISTED = "requires: [advertiseroutes]";

    @Test
    void theExitThatAnswersNobodyIsReplayedNamedAndHealed() throws Exception {
        try (Lab lab = Lab.open("second-outage")) {
            lab.transcript().show(lab.maven().checkout().toString(), "/src/outpost");
            Path catalogue = list(lab);
            Path broken = auditNamesTheProvider(lab, catalogue);
            LabNode exit = lab.node("exit", broken, "advertiseexitnode = true");
            LabNode client = lab.node("client", Images.minimal(), "useexitnode.peer = exit");
            lab.nameServer();
            lab.host("www", NameServer.WWW);
            lab.up();

            clientsFindNoNameAndNobodyIsAsked(lab, client);
            theExitItselfKnows(lab, exit);
            bisectionNamesTheFeature(lab, catalogue);
            Path healed = resolutionNamesTheGap(lab, catalogue);

            lab.transcript()
                    .note("The exit is started from the image with the closure; the client's runs on as it is.");
            assertThat(exit.terminate()).isZero();
            exit.image(healed).start();
            tellAndWait(lab, exit, client);
            clientsFindNames(lab, client, exit);
        }
    }

    /** As a list of wanted features has it that knows of no dependency: nothing else asks for peerapiserver. */
    private static Path list(Lab lab) throws IOException {
        String intact = Files.readString(lab.maven().checkout().resolve("feature-tags.yaml"));
        assertThat(intact).containsOnlyOnce(EDGE);
        Path folder = Files.createDirectories(lab.folder().resolve("list"));
        Files.copy(lab.maven().checkout().resolve("whittle.lock"), folder.resolve("whittle.lock"));
        lab.transcript()
                .note("The list that keeps the exit and leaves out what it is built on is feature-tags.yaml with \""
                        + LISTED + "\" in place of \"" + EDGE + "\".");
        return Files.writeString(folder.resolve("feature-tags.yaml"), intact.replace(EDGE, LISTED));
    }

    private static Path auditNamesTheProvider(Lab lab, Path catalogue) throws Exception {
        lab.transcript().note("Its image is linked without a word. An audit of the code would have told.");
        Path output = lab.folder().resolve("broken");
        Said said = whittle(lab, catalogue, output, "whittle:audit", "-Dwhittle.failOn=never")
                .done();
        assertThat(said.text())
                .contains("feature advertiseexitnode")
                .contains("error service-without-provider")
                .contains("which only peerapiserver provides, but all of them are left out")
                .contains("add peerapiserver to 'requires' of advertiseexitnode");
        assertThat(Files.readString(catalogue)).as("nothing is mended yet").contains(LISTED);
        Path image = Images.in(output, "minimal");
        assertThat(features(image)).contains("feature.advertiseexitnode=in", "feature.peerapiserver=out");
        return image;
    }

    private static void clientsFindNoNameAndNobodyIsAsked(Lab lab, LabNode client) {
        lab.transcript().note("The way out carries packets: an address is reached.");
        assertThat(client.host()
                        .run("ping", "-n", "-c", "2", "-W", "10", NameServer.WWW)
                        .text())
                .contains("2 received");
        lab.transcript()
                .note(
                        "A name is answered at once, with authority, that it cannot be found. Nobody was asked: no packet was sent.");
        try (Capture mesh = client.host().capture(client.device(), "tcp or udp");
                Capture wire = client.host().capture("eth0", "port 53 or port 8089")) {
            for (String name : List.of("www.public.example", "ns.public.example")) {
                assertThat(client.host().must("dig", "+tries=1", name).text())
                        .containsPattern("Query time: \\d{1,3} msec")
                        .contains("status: SERVFAIL", "SERVER: 100.100.100.100#53")
                        .containsPattern("flags: qr aa rd;");
            }
            assertThat(mesh.packets()).isEmpty();
            assertThat(wire.packets()).isEmpty();
        }
        assertThat(client.outpost("dig", "www.public.example").text()).contains("SERVFAIL");
    }

    private static void theExitItselfKnows(Lab lab, LabNode exit) {
        lab.transcript().note("Whoever looks at the exit is told; nobody looks, since it reaches everything itself.");
        assertThat(exit.outpost("status").done().text())
                .contains("advertiseexitnode")
                .contains("What is wrong:")
                .contains("take in peerapiserver");
    }

    private static void bisectionNamesTheFeature(Lab lab, Path catalogue) throws Exception {
        lab.transcript().note("The check of the way out fails in that image. What is it for want of?");
        Path output = lab.folder().resolve("broken");
        Said said = whittle(lab, catalogue, output, "whittle:bisect", "-Dwhittle.check=way-out", "-Dwhittle.fix")
                .done();
        assertThat(said.text())
                .contains("check way-out fails in minimal for linux/", "for want of feature peerapiserver");
        assertThat(Json.read(Files.readAllBytes(Images.in(output, "minimal")
                                .resolveSibling("bisect")
                                .resolve("way-out")
                                .resolve("bisect.json")))
                        .text("confirmation"))
                .isEqualTo("confirmed");
        assertThat(Files.readString(catalogue))
                .as("the edge is written")
                .containsPattern("requires: \\[(advertiseroutes, peerapiserver|peerapiserver, advertiseroutes)]");
    }

    private static Path resolutionNamesTheGap(Lab lab, Path catalogue) throws IOException {
        lab.transcript()
                .note(
                        "With the edge declared, a list that passes it over is told before anything is linked; the closure follows it.");
        Path output = lab.folder().resolve("healed");
        Said said = whittle(lab, catalogue, output, "whittle:resolve", "-Dwhittle.strategy=allowlist")
                .done();
        assertThat(said.text()).containsPattern("advertiseexitnode requires peerapiserver");
        Path image = Images.in(output, "minimal");
        assertThat(features(image)).contains("feature.advertiseexitnode=in", "feature.peerapiserver=in");
        return image;
    }

    /** What the image says that it was made of. */
    private static List<String> features(Path image) throws IOException {
        return Files.readAllLines(image.resolve("conf/features.properties"));
    }

    private static void tellAndWait(Lab lab, LabNode exit, LabNode client) {
        int read = client.daemon().log().split("netmap read", -1).length;
        lab.control().tell();
        exit.up();
        Await.until(
                Duration.ofSeconds(30),
                () -> "the client does not take up the new netmap",
                () -> client.daemon().log().split("netmap read", -1).length > read);
    }

    private static void clientsFindNames(Lab lab, LabNode client, LabNode exit) {
        lab.transcript()
                .note("The same question is asked through the exit's peer API, and answered by the real nameserver.");
        try (Capture mesh = client.host().capture(client.device(), "tcp port 8089")) {
            Said said = client.host().must("dig", "+time=20", "www.public.example");
            assertThat(said.text()).contains("status: NOERROR", NameServer.WWW).containsPattern("flags: qr rd ra;");
            assertThat(mesh.packets()).anyMatch(packet -> packet.contains("> " + exit.address() + ".8089: Flags [S]"));
        }
        assertThat(exit.outpost("status").done().text()).contains("Nothing is known to be wrong.");
    }

    /** Links the profile of that catalogue, and runs a goal on it; of Maven's own words only the errors are kept. */
    private static Said whittle(Lab lab, Path catalogue, Path output, String... goal) {
        return lab.maven()
                .run(Stream.concat(
                                Stream.of("-pl", "runtime-modules/image", "-am", "-Pminimal", "-DskipTests", "package"),
                                Stream.concat(
                                        Stream.of(goal),
                                        Stream.of(
                                                "-Dwhittle.catalog=" + catalogue,
                                                "-Dwhittle.outputDirectory=" + output,
                                                "-Dstyle.color=never",
                                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                                                "-Dorg.slf4j.simpleLogger.log.io.whittle=info")))
                        .toArray(String[]::new));
    }
}
