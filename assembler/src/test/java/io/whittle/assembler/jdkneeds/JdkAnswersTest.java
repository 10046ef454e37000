package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Real JDKs are asked: the one that runs the tests, and every other that is installed. */
class JdkAnswersTest {
    /** The first JDK with elliptic curves in java.base. */
    private static final int IN_BASE = 22;

    private static final Map<Path, JdkAnswers> ASKED = new LinkedHashMap<>();

    @TempDir
    static Path kept;

    static Stream<TargetJdk> jdks() {
        return TestJdk.installed().stream().filter(jdk -> jdk.featureVersion() >= 17);
    }

    /** What one JDK answered is kept, and is no answer of another. */
    @Test
    void jdksOfBothKindsAnswerForThemselves() {
        assumeThat(jdks().map(jdk -> jdk.featureVersion() < IN_BASE).distinct())
                .as(
                        "a JDK from 17 to 21 and one from 22 on: install the other beside the one that runs this, or name its"
                                + " folder with -Dtest.jdks=<folder>")
                .hasSize(2);
        JdkAsk curves = new JdkAsk.SecurityService("KeyPairGenerator", "EC");
        assertThat(jdks().flatMap(jdk -> answers(jdk).modulesFor(curves).stream())
                        .distinct())
                .containsExactlyInAnyOrder("jdk.crypto.ec", "java.base");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void hiddenNeedsAreFoundAndNothingElse(TargetJdk jdk) {
        List<String> needs = jdk.featureVersion() < IN_BASE
                ? List.of("jdk.charsets", "jdk.crypto.ec", "jdk.localedata", "jdk.zipfs")
                : List.of("jdk.charsets", "jdk.localedata", "jdk.zipfs");
        assertThat(Stream.of(
                                new JdkAsk.SecurityService("KeyPairGenerator", "EC"),
                                new JdkAsk.FileSystem("jar"),
                                new JdkAsk.Language("fr"),
                                new JdkAsk.CharsetNamed("IBM037"),
                                new JdkAsk.SecurityService("MessageDigest", "SHA-256"))
                        .flatMap(ask -> answers(jdk).modulesFor(ask).stream())
                        .filter(module -> !module.equals("java.base"))
                        .sorted())
                .containsExactlyElementsOf(needs);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatBaseHasNeedsNothing(TargetJdk jdk) {
        assertThat(Stream.of(
                        new JdkAsk.SecurityService("Cipher", "AES"),
                        new JdkAsk.SecurityService("Cipher", "AES/GCM/NoPadding"),
                        new JdkAsk.SecurityService("Cipher", "aes/ofb16/PKCS5Padding"),
                        new JdkAsk.SecurityService("Cipher", "RSA/ECB/OAEPWithSHA-512/224AndMGF1Padding"),
                        new JdkAsk.SecurityService("Cipher", "ChaCha20-Poly1305"),
                        new JdkAsk.SecurityService("MessageDigest", "sha256"),
                        new JdkAsk.SecurityService("MessageDigest", "2.16.840.1.101.3.4.2.1"),
                        new JdkAsk.SecurityService("Signature", "SHA256withRSA"),
                        new JdkAsk.SecurityService("Signature", "NONEwithRSA"),
                        new JdkAsk.SecurityService("MessageDigest", "SHA-256", Optional.of("SUN")),
                        new JdkAsk.SecurityService("KeyStore", "PKCS12"),
                        new JdkAsk.SecurityProvider("SunJCE"),
                        new JdkAsk.CharsetNamed("utf8"),
                        new JdkAsk.FileSystem("jrt"),
                        new JdkAsk.Language("en"),
                        new JdkAsk.Language("en-US"),
                        new JdkAsk.Language("und"),
                        new JdkAsk.RandomNumbers(Optional.of("SecureRandom"))))
                .allSatisfy(ask ->
                        assertThat(answers(jdk).modulesFor(ask)).as(ask.text()).containsExactly("java.base"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void curvesAreInBaseSinceJava22(TargetJdk jdk) {
        String module = jdk.featureVersion() < IN_BASE ? "jdk.crypto.ec" : "java.base";
        assertThat(Stream.of(
                        new JdkAsk.SecurityService("KeyPairGenerator", "EC"),
                        new JdkAsk.SecurityService("KeyPairGenerator", "EllipticCurve"),
                        new JdkAsk.SecurityService("KeyAgreement", "X25519"),
                        new JdkAsk.SecurityService("KeyPairGenerator", "Ed25519"),
                        new JdkAsk.SecurityService("Signature", "SHA256withECDSA"),
                        new JdkAsk.SecurityService("Signature", "SHA256withECDSA", Optional.of("SunEC")),
                        new JdkAsk.SecurityProvider("SunEC")))
                .allSatisfy(ask ->
                        assertThat(answers(jdk).modulesFor(ask)).as(ask.text()).containsExactly(module));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void tlsWithoutCurvesIsNotWhole(TargetJdk jdk) {
        String module = jdk.featureVersion() < IN_BASE ? "jdk.crypto.ec" : "java.base";
        assertThat(Stream.of("TLSv1.3", "TLS", "Default", "DTLS"))
                .allSatisfy(protocol -> assertThat(
                                answers(jdk).modulesFor(new JdkAsk.SecurityService("SSLContext", protocol)))
                        .containsExactly(module));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void languagesAreFoundByTheirParents(TargetJdk jdk) {
        assertThat(Stream.of(
                        "fr", "fr-FR", "pt-BR", "ar-XB-x-lvariant-TEST", "en-GB", "zh-TW", "he", "th-TH-u-nu-thai"))
                .allSatisfy(tag -> assertThat(answers(jdk).modulesFor(new JdkAsk.Language(tag)))
                        .as(tag)
                        .containsExactly("jdk.localedata"));
        assertThat(Stream.of("en-US-x-lvariant-ACME", "qaa", "qaa-US"))
                .allSatisfy(tag -> assertThat(answers(jdk).modulesFor(new JdkAsk.Language(tag)))
                        .as(tag)
                        .containsExactly("java.base"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void namesAreFoundByTheirSchemesAndFactories(TargetJdk jdk) {
        JdkAnswers answers = answers(jdk);
        assertThat(answers.modulesFor(new JdkAsk.Naming("dns"))).containsExactly("jdk.naming.dns");
        assertThat(answers.modulesFor(new JdkAsk.Naming("rmi"))).containsExactly("jdk.naming.rmi");
        assertThat(answers.modulesFor(new JdkAsk.Naming("ldaps"))).containsExactly("java.naming");
        assertThat(answers.modulesFor(new JdkAsk.ContextFactory("com.sun.jndi.dns.DnsContextFactory")))
                .containsExactly("jdk.naming.dns");
        assertThat(answers.modulesFor(new JdkAsk.ContextFactory("com.sun.jndi.ldap.LdapCtxFactory")))
                .containsExactly("java.naming");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void randomNumbersMovedIntoBase(TargetJdk jdk) {
        String module = jdk.modules().containsKey("jdk.random") ? "jdk.random" : "java.base";
        assertThat(answers(jdk).modulesFor(new JdkAsk.RandomNumbers(Optional.of("L64X128MixRandom"))))
                .containsExactly(module);
        assertThat(answers(jdk).modulesFor(new JdkAsk.RandomNumbers(Optional.empty())))
                .containsExactly(module);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nobodyAnswersForWhatTheJdkHasNot(TargetJdk jdk) {
        assertThat(Stream.of(
                        new JdkAsk.SecurityService("Cipher", "Threefish"),
                        new JdkAsk.SecurityService("Cipher", "AES/CBC"),
                        new JdkAsk.SecurityService("Cipher", "AES/NOSUCHMODE/NoPadding"),
                        new JdkAsk.SecurityService("Cipher", "AES/CBC/NoSuchPadding"),
                        new JdkAsk.SecurityService("KeyPairGenerator", "EC", Optional.of("BC")),
                        new JdkAsk.SecurityService("SSLContext", "QUICv9"),
                        new JdkAsk.SecurityProvider("BC"),
                        new JdkAsk.CharsetNamed("KLINGON"),
                        new JdkAsk.FileSystem("s3"),
                        new JdkAsk.Naming("java"),
                        new JdkAsk.ContextFactory("com.acme.Factory"),
                        new JdkAsk.RandomNumbers(Optional.of("Dice"))))
                .allSatisfy(ask ->
                        assertThat(answers(jdk).modulesFor(ask)).as(ask.text()).isEmpty());
    }

    @Test
    void gbkIsInBaseOnLinux() {
        SortedSet<String> modules = answers(TestJdk.running()).modulesFor(new JdkAsk.CharsetNamed("GBK"));
        boolean linux = System.getProperty("os.name").equals("Linux");
        assertThat(modules).containsExactly(linux ? "java.base" : "jdk.charsets");
    }

    private static JdkAnswers answers(TargetJdk jdk) {
        return ASKED.computeIfAbsent(jdk.home(), home -> {
            try {
                JdkInquiry inquiry = JdkInquiry.of(jdk, Optional.of(kept));
                assertThat(inquiry).isInstanceOf(JdkInquiry.Told.class);
                assertThat(((JdkInquiry.Told) inquiry).standIn()).isEmpty();
                return ((JdkInquiry.Told) inquiry).answers();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
    }
}
