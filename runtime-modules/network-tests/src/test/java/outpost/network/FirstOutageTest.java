package outpost.network;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.lab.Host;
import outpost.lab.Images;
import outpost.lab.Lab;
import outpost.lab.LabNode;
import outpost.lab.NameServer;
import outpost.lab.Said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The router of a list that kept dns and passed over netstack, on which nothing said that dns is built: the system's questions go to an
 * address at which nobody answers. Replayed, named by audit, check and bisection, and healed. A story of some minutes: each chapter
 * needs what the one before has made. Its goals are typed, so that the plugin has to be installed.
 */
@Tag("network")
@Timeout(3_600)
class FirstOutageTest {
    private static final String SERVICE = "100.100.100.100";
    private static final Pattern QUERY_TIME = Pattern.compile("Query time: (\\d+) msec");

    /** Maven's own words are left out, but for errors. */
    private static final String QUIET = "-Dstyle.color=never -Dorg.slf4j.simpleLogger.defaultLogLevel=error"
            + " -Dorg.slf4j.simpleLogger.log.io.whittle=info";

    private Lab lab;
    private Host builder;
    private Path catalogue;
    private Path output;

    @Test
    void theRouterThatFindsNoNamesIsReplayedNamedAndHealed() throws Exception {
        try (Lab opened = Lab.open("first-outage")) {
            lab = opened;
            builder = lab.host("builder", "192.0.2.99");
            output = lab.folder().resolve("whittle");
            catalogue = Files.createDirectories(lab.folder().resolve("list")).resolve("feature-tags.yaml");
            lab.transcript().show(" " + QUIET, "");
            lab.transcript().show(lab.maven().checkout().toString(), "/src/outpost");
            lab.nameServer();
            takeTheEdgeOut();
            LabNode router = lab.node("router", link());
            LabNode printer = lab.node("printer", Images.minimal());
            lab.up();

            addressesAnswerAndNamesDoNot(router, printer);
            auditNamesTheService();
            checksFail();
            bisectionNamesTheFeatureAndWritesTheEdge();

            lab.transcript()
                    .note(
                            "The next image of that catalogue has netstack, and with it tun. The router is started from it.");
            Path healed = link();
            assertThat(router.terminate()).isZero();
            router.image(healed).start();
            lab.control().tell();
            router.up();
            namesAnswerAtOnce(router, printer);
            checksPass();
        }
    }

    private void takeTheEdgeOut() throws IOException {
        lab.transcript()
                .note(
                        "What the list knew: no word that dns needs netstack. A check is added that asks as programs do.");
        Path checkout = lab.maven().checkout();
        builder.must(
                "sh",
                "-c",
                "sed -e '/^  dns:/,/modules:/{/requires:/d}' -e 's/checks: \\[names\\]/checks: [names, resolver]/' "
                        + checkout + "/feature-tags.yaml | cat - " + checkout
                        + "/runtime-modules/network-tests/resolver.yaml > " + catalogue);
        builder.must(
                "cp",
                checkout + "/whittle.lock",
                catalogue.resolveSibling("whittle.lock").toString());
        assertThat(Files.readString(catalogue))
                .doesNotContainPattern("(?m)^  dns:\\n(    .*\\n)*?    requires:")
                .contains("checks: [names, resolver]", "\n  resolver:\n");
    }

    private Path link() {
        whittle("whittle:link").done();
        return Images.in(output, "minimal");
    }

    private void addressesAnswerAndNamesDoNot(LabNode router, LabNode printer) {
        lab.transcript().note("The network carries packets: an address is reached.");
        assertThat(router.host()
                        .run("ping", "-n", "-c", "2", "-W", "10", printer.address())
                        .text())
                .contains("2 received");
        lab.transcript().note("No name is found: the system asks the node, and nobody answers there.");
        assertThat(router.host().must("cat", "/etc/resolv.conf").text()).contains("nameserver " + SERVICE);
        for (String name : new String[] {"printer.tail.example", "www.public.example"}) {
            Said said = router.host().run("dig", "+tries=1", "+time=3", name);
            assertThat(said.exit()).isEqualTo(9);
            assertThat(said.text()).contains(SERVICE + "#53: timed out", "no servers could be reached");
        }
        assertThat(router.host().run("getent", "ahosts", "printer").exit()).isEqualTo(2);
        lab.transcript()
                .note(
                        "The node's own command line does not go through the kernel, and finds it. That is all that anybody tried.");
        assertThat(router.outpost("dig", "printer.tail.example").done().text()).contains("NOERROR", printer.address());
    }

    private void auditNamesTheService() {
        lab.transcript().note("The audit reads the code, and names the service and whoever would provide it.");
        Said said = whittle("whittle:audit");
        assertThat(said.exit()).isNotZero();
        assertThat(said.text())
                .contains("error service-without-provider")
                .contains("dns needs a provider of outpost.core.service.ServiceAddressTransport, which only netstack"
                        + " provides, but all of them are left out")
                .contains("outpost.dns.Dns.start (Dns.java:")
                .contains("mend: add netstack to 'requires' of dns")
                .contains("1 error, no warnings and no infos");
    }

    private void checksFail() {
        lab.transcript()
                .note("The checks ask the image: one of the catalogue's own, and one as the programs of a machine do.");
        Said said = inNamespace("whittle:check", "-Dwhittle.check=names,resolver");
        assertThat(said.exit()).isNotZero();
        assertThat(said.text())
                .contains("names: failed", "take in netstack")
                .contains("resolver: failed", SERVICE + "#53: timed out")
                .contains("minimal for linux/", ": 2 failed");
    }

    /** From the check {@code names} it does so, too, in a test of its own that needs no network. */
    private void bisectionNamesTheFeatureAndWritesTheEdge() throws IOException {
        lab.transcript()
                .note("For want of what does the check fail? Images are linked and asked, until that is known.");
        Said said = inNamespace("whittle:bisect", "-Dwhittle.check=resolver", "-Dwhittle.fix")
                .done();
        assertThat(said.text())
                .contains("check resolver fails in minimal for linux/", "for want of feature netstack")
                .contains("with it the check passes, without it it fails")
                .containsPattern("declare it at feature dns:\\R.* requires: \\[netstack]")
                .contains("features.dns.requires: netstack");
        assertThat(Files.readString(catalogue))
                .contains("    requires: [netstack] # without it the check resolver fails\n");
    }

    private void namesAnswerAtOnce(LabNode router, LabNode printer) {
        lab.transcript().note("The same questions.");
        // The first one waits for more than itself: classes are loaded.
        millis(router.host().must("dig", "+time=10", "router.tail.example"), router.address());
        assertThat(millis(router.host().must("dig", "+tries=1", "+time=3", "printer.tail.example"), printer.address()))
                .as("milliseconds, where it took three seconds to hear nothing")
                .isLessThan(1_000);
        millis(router.host().must("dig", "+time=10", "www.public.example"), NameServer.WWW);
        assertThat(router.host().must("getent", "ahosts", "printer").text()).contains(printer.address());
        assertThat(router.host().run("ping", "-c", "2", "-W", "10", "printer").text())
                .contains("2 received");
    }

    private static int millis(Said said, String address) {
        assertThat(said.text()).contains("status: NOERROR", address, "SERVER: " + SERVICE + "#53");
        Matcher time = QUERY_TIME.matcher(said.text());
        assertThat(time.find()).as(said.text()).isTrue();
        return Integer.parseInt(time.group(1));
    }

    private void checksPass() {
        lab.transcript().note("All three lines of defence are content.");
        assertThat(whittle("whittle:audit").done().text()).contains("no errors, no warnings and no infos");
        assertThat(inNamespace("whittle:check", "-Dwhittle.check=names,stack,resolver")
                        .done()
                        .text())
                .contains(": 3 passed");
    }

    private Said whittle(String... goal) {
        return lab.maven().run(words(goal));
    }

    /** What a check starts has the network, and the list of nameservers, of a host of the lab. */
    private Said inNamespace(String... goal) {
        return lab.maven().run(builder, words(goal));
    }

    private String[] words(String... goal) {
        return Stream.of(
                        Stream.of(QUIET.split(" ")),
                        Stream.of("-pl", "runtime-modules/image"),
                        Stream.of(goal),
                        Stream.of(
                                "-Dwhittle.profile=minimal",
                                "-Dwhittle.catalog=" + catalogue,
                                "-Dwhittle.outputDirectory=" + output))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }
}
