package io.whittle.assembler.audit;

import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What code asks of the JDK and does without is told, and nobody is made to add it. */
class OptionalJdkNeedsTest {
    private static final String CATALOG = """
            features: {app: {modules: [app]}}
            profiles: {p: {include: all}}
            """;

    private static final String NEEDED = "missing-jdk-module app > jdk.charsets jdk in p";
    private static final String OPTIONAL = "optional-jdk-module app > jdk.charsets jdk in p";

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { return Charset.forName(\"IBM037\"); } catch (UnsupportedCharsetException none) { return null; }",
                "try { return Charset.forName(\"IBM037\"); } catch (IllegalArgumentException none) { return null; }",
                "try { return \"\".getBytes(\"IBM037\"); } catch (java.io.UnsupportedEncodingException none) { return null; }",
                "return Charset.isSupported(\"ibm037\") ? Charset.forName(\"IBM037\") : null;",
                "return ModuleLayer.boot().findModule(\"jdk.charsets\").isPresent() ? Charset.forName(\"IBM037\") : null;",
                "return Class.forName(App.class.getModule(), \"sun.nio.cs.ext.IBM037\") == null ? null : Charset.forName(\"IBM037\");",
            })
    void whatTheCodeBearsIsAnInfo(String body) throws Exception {
        Audit audit = audit(body, "");

        assertThat(audit.findings()).extracting(AuditCase::word).containsExactly(OPTIONAL);
        assertThat(audit.findings().get(0).edits()).isEmpty();
        assertThat(audit.findings().get(0).text())
                .isEqualTo("app asks the JDK for charset IBM037, which jdk.charsets answers, and goes on without that"
                        + " module, which is not in the image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Charset.forName(\"IBM037\");",
                "try { return Charset.forName(\"IBM037\"); } catch (UnsupportedCharsetException none) { throw none; }",
                "try { return Charset.forName(\"IBM037\"); } catch (java.util.NoSuchElementException none) { return null; }",
                "try { return Charset.forName(\"IBM037\"); } catch (Exception none) { return null; }",
                "return Charset.isSupported(\"IBM930\") ? Charset.forName(\"IBM037\") : null;",
                "return ModuleLayer.boot().findModule(\"jdk.zipfs\").isPresent() ? Charset.forName(\"IBM037\") : null;",
                "try { Charset.forName(\"IBM037\"); } catch (UnsupportedCharsetException none) { return null; }"
                        + " return Charset.forName(\"IBM037\");",
            })
    void whatItDoesNotBearIsAnError(String body) throws Exception {
        assertThat(audit(body, "").findings()).extracting(AuditCase::word).contains(NEEDED);
    }

    @Test
    void whatOneClassNeedsIsNeededWhateverAnotherBears() throws Exception {
        AuditCase code = new AuditCase(
                dir,
                new TestReactor()
                        .module("app", "")
                        .type(
                                "app",
                                "app.Needs",
                                "class Needs { Object o = java.nio.charset.Charset.forName(\"IBM037\"); }")
                        .type(
                                "app",
                                "app.Bears",
                                type(
                                        "Bears",
                                        "return Charset.isSupported(\"IBM037\")"
                                                + " ? Charset.forName(\"IBM037\") : null;")));

        assertThat(code.findings(CATALOG)).containsExactly(NEEDED);
        assertThat(code.audit(CATALOG, "linux/amd64").findings().get(0).places())
                .extracting(Object::toString)
                .containsExactly("app.Needs.<init> (Needs.java:2)");
    }

    @Test
    void whereItIsInNothingIsTold() throws Exception {
        String bears = "return Charset.isSupported(\"IBM037\") ? Charset.forName(\"IBM037\") : null;";
        AuditCase code =
                new AuditCase(dir, new TestReactor().module("app", "").type("app", "app.App", type("App", bears)));

        assertThat(code.findings(CATALOG.replace("[app]", "[app], jdkModules: [jdk.charsets]")))
                .isEmpty();
    }

    @Test
    void algorithmsFileSystemsAndProvidersAreBorneByTheirOwnExceptions() throws Exception {
        String zip = "try { return java.nio.file.FileSystems.newFileSystem(java.nio.file.Path.of(\"a.zip\")); }"
                + " catch (java.nio.file.ProviderNotFoundException none) { return null; }";
        assertThat(audit(zip, "").findings())
                .extracting(AuditCase::word)
                .containsExactly("optional-jdk-module app > jdk.zipfs jdk in p");
        String provider = "java.security.Provider p = java.security.Security.getProvider(\"SunPKCS11\");"
                + " return p == null ? null : p.getName();";
        assertThat(audit(provider, "").findings())
                .extracting(AuditCase::word)
                .containsExactly("optional-jdk-module app > jdk.crypto.cryptoki jdk in p");
        String insisting = "return java.security.Security.getProvider(\"SunPKCS11\").getName();";
        assertThat(audit(insisting, "").findings())
                .extracting(AuditCase::word)
                .containsExactly("missing-jdk-module app > jdk.crypto.cryptoki jdk in p");
        String algorithm = "try { return java.security.Signature.getInstance(\"Fast\", \"SunPKCS11\"); }"
                + " catch (java.security.GeneralSecurityException any) { return null; }";
        assertThat(audit(algorithm, "").findings())
                .extracting(AuditCase::word)
                .containsExactly("missing-jdk-module app > jdk.crypto.cryptoki jdk in p");
        assertThat(audit(
                                algorithm.replace(
                                        "GeneralSecurityException any",
                                        "NoSuchAlgorithmException | java.security.NoSuchProviderException any"),
                                "")
                        .findings())
                .extracting(AuditCase::word)
                .containsExactly("optional-jdk-module app > jdk.crypto.cryptoki jdk in p");
    }

    @Test
    void nobodyAsksJndiWithoutItsModule() throws Exception {
        String asks = "java.util.Hashtable<String, String> env = new java.util.Hashtable<>();"
                + " env.put(\"java.naming.factory.initial\", \"com.sun.jndi.dns.DnsContextFactory\");"
                + " return new javax.naming.InitialContext(env);";

        assertThat(audit(asks, "requires static java.naming;").findings()).isEmpty();
        assertThat(audit(asks, "requires java.naming;").findings())
                .extracting(AuditCase::word)
                .containsExactly("missing-jdk-module app > jdk.naming.dns jdk in p");
    }

    @Test
    void whatALibraryBearsIsToldOnce() throws Exception {
        AuditCase code = new AuditCase(
                dir,
                new TestReactor()
                        .module("lib", "exports lib;")
                        .type(
                                "lib",
                                "lib.Lib",
                                "public class Lib { Object o() { return java.nio.charset.Charset.isSupported(\"IBM037\")"
                                        + " ? java.nio.charset.Charset.forName(\"IBM037\") : null; } }")
                        .module("app", "requires lib;")
                        .module("cli", "requires lib;"));
        AuditFinding finding = code.audit("""
                        features: {app: {modules: [app]}, cli: {modules: [cli]}}
                        profiles: {p: {include: all}}
                        """, "linux/amd64").findings().get(0);

        assertThat(finding.keys())
                .extracting(key -> key.feature().orElseThrow())
                .containsExactly("app", "cli");
        assertThat(finding.edits()).isEmpty();
    }

    private Audit audit(String body, String directives) throws Exception {
        return new AuditCase(
                        Files.createTempDirectory(dir, "code"),
                        new TestReactor().module("app", directives).type("app", "app.App", type("App", body)))
                .audit(CATALOG, "linux/amd64");
    }

    private static String type(String name, String body) {
        List<String> imports = List.of("java.nio.charset.Charset", "java.nio.charset.UnsupportedCharsetException");
        return "import " + String.join("; import ", imports) + "; class " + name + " { Object ask() throws Exception { "
                + body + " } }";
    }
}
