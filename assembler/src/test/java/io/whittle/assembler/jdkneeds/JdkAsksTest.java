package io.whittle.assembler.jdkneeds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class JdkAsksTest {
    private static final String FORMAT = "java.text.NumberFormat.getInstance(";

    @TempDir
    Path dir;

    @Test
    void constantsAreFollowedThroughVariables() {
        assertThat(
                        asked(
                                "String name = \"EC\"; Object copy = name; java.security.KeyFactory.getInstance((String) copy);"))
                .containsExactly("KeyFactory EC");
    }

    @Test
    void everyConstantThatMayArriveAsks() {
        assertThat(asked("java.security.KeyFactory.getInstance(i > 0 ? \"EC\" : i < 0 ? text : \"RSA\");"))
                .containsExactly("KeyFactory EC", "KeyFactory RSA");
        assertThat(
                        asked(
                                "String name = \"EC\"; while (i-- > 0) { java.security.KeyFactory.getInstance(name); name = text; }"))
                .containsExactly("KeyFactory EC");
    }

    @Test
    void constantsOfTheClassAreFollowed() {
        String members = """
                static final java.util.Locale GERMAN = java.util.Locale.GERMAN;
                static final java.util.Locale SAME = GERMAN;
                static final java.util.Locale OWN = locale();
                static java.util.Locale changed = java.util.Locale.FRENCH;
                static java.util.Locale locale() { return java.util.Locale.FRENCH; }
                void constant() { java.text.NumberFormat.getInstance(GERMAN); }
                void same() { java.text.NumberFormat.getInstance(SAME); }
                void own() { java.text.NumberFormat.getInstance(OWN); }
                void mutable() { java.text.NumberFormat.getInstance(changed); }
                """;
        assertThat(AskedByCode.uses(dir, members))
                .containsEntry("constant", List.of(new JdkUse(new JdkAsk.Language("de"), 6)))
                .containsEntry("same", List.of(new JdkUse(new JdkAsk.Language("de"), 7)))
                .containsEntry("own", List.of())
                .containsEntry("mutable", List.of());
    }

    @Test
    void localesAreKnownHoweverTheyAreMade() {
        assertThat(asked(FORMAT + "java.util.Locale.CANADA_FRENCH);")).containsExactly("locale data fr-CA");
        assertThat(asked(FORMAT + "new java.util.Locale(\"iw\"));")).containsExactly("locale data he");
        assertThat(asked(FORMAT + "new java.util.Locale(\"pt\", \"BR\"));")).containsExactly("locale data pt-BR");
        assertThat(asked(FORMAT + "java.util.Locale.forLanguageTag(\"sr-Latn-RS\"));"))
                .containsExactly("locale data sr-Latn-RS");
        assertThat(asked(FORMAT + "java.util.Locale.ROOT);")).containsExactly("locale data und");
        assertThat(asked("java.util.Locale french = new java.util.Locale(\"fr\"); locale = french; " + FORMAT
                        + "locale);"))
                .containsExactly("locale data fr");
    }

    @Test
    void localesThatAreNotConstantAskNothing() {
        assertThat(asked(FORMAT + "java.util.Locale.getDefault());")).isEmpty();
        assertThat(asked(FORMAT + "new java.util.Locale(text));")).isEmpty();
        assertThat(asked(FORMAT + "new java.util.Locale(\"fr\", text));")).isEmpty();
        assertThat(asked(FORMAT + "java.util.Locale.forLanguageTag(text));")).isEmpty();
    }

    @Test
    void aLocaleThatReachesNoFormatAsksNothing() {
        assertThat(asked("java.util.Locale french = java.util.Locale.FRENCH; french.getLanguage();"))
                .isEmpty();
        assertThat(asked("text.toLowerCase(java.util.Locale.FRENCH);")).isEmpty();
        assertThat(asked("java.util.ResourceBundle.getBundle(\"acme.Text\", java.util.Locale.FRENCH);"))
                .isEmpty();
        assertThat(asked(FORMAT + "locale); locale = java.util.Locale.FRENCH;")).isEmpty();
    }

    @Test
    void aProviderThatIsNamedIsAskedAndNoOther() {
        assertThat(asked("java.security.KeyPairGenerator.getInstance(\"EC\", \"BC\");"))
                .containsExactly("KeyPairGenerator EC of BC", "security provider BC");
        assertThat(asked("java.security.KeyPairGenerator.getInstance(\"EC\", text);"))
                .isEmpty();
        assertThat(asked("java.security.KeyPairGenerator.getInstance(\"EC\", (java.security.Provider) source());"))
                .isEmpty();
    }

    @Test
    void schemesOfKeysAreNamedByConstantsOfTheJdk() {
        assertThat(asked("Object spec = java.security.spec.NamedParameterSpec.X25519;"))
                .containsExactly("KeyPairGenerator X25519");
        assertThat(asked("Object spec = java.security.spec.NamedParameterSpec.ED448;"))
                .containsExactly("KeyPairGenerator Ed448");
    }

    @Test
    void aUriIsKnownByHowItBegins() {
        String open = "java.nio.file.FileSystems.newFileSystem(%s, java.util.Map.of());";
        assertThat(asked(open.formatted("java.net.URI.create(\"jar:\" + text)")))
                .containsExactly("file system jar");
        assertThat(asked(open.formatted("new java.net.URI(\"JAR:file:/a.jar\")")))
                .containsExactly("file system jar");
        assertThat(asked(open.formatted("java.net.URI.create(\"jar:\".concat(text))")))
                .containsExactly("file system jar");
        assertThat(asked(open.formatted("java.net.URI.create(\"jrt:/\")"))).containsExactly("file system jrt");
        assertThat(asked(open.formatted("java.net.URI.create(text + \"jar:\")")))
                .isEmpty();
        assertThat(asked(open.formatted("java.net.URI.create(\"ja\" + text)"))).isEmpty();
    }

    @Test
    void aBuilderIsKnownByWhatWentInFirst() {
        String uri = "java.net.URI.create(%s.toString());";
        assertThat(asked(uri.formatted("new StringBuilder(\"jar:\").append(text).append(i)")))
                .containsExactly("file system jar");
        assertThat(asked(uri.formatted("new StringBuilder().append(\"jar:\").append(text).append(i)")))
                .containsExactly("file system jar");
        assertThat(asked(uri.formatted("new StringBuilder().append(text).append(\"jar:\")")))
                .isEmpty();
        assertThat(asked("StringBuilder b = new StringBuilder(); b.append(text); "
                        + uri.formatted("b.append(\"jar:\")")))
                .isEmpty();
    }

    @Test
    void aTextThatGrowsInALoopEnds() {
        assertThat(
                        asked(
                                "String s = \"jar:\"; while (i-- > 0) { s = s.concat(i > 3 ? text : s); } java.net.URI.create(s);"))
                .containsExactly("file system jar");
        assertThat(asked("String s = text; while (i-- > 0) { s = s.concat(s); } java.net.URI.create(s);"))
                .isEmpty();
    }

    @Test
    void otherUrisAskForNoFileSystem() {
        assertThat(asked("java.net.URI.create(\"http://acme.example/\");")).isEmpty();
        assertThat(asked("java.nio.file.Path.of(java.net.URI.create(\"file:/tmp\"));"))
                .containsExactly("file system file");
    }

    @Test
    void tlsIsAskedForByUrisOfHttps() {
        assertThat(asked(
                        "java.net.http.HttpRequest.newBuilder(java.net.URI.create(\"https://acme.example/\" + text));"))
                .containsExactly("SSLContext Default");
        assertThat(asked("java.net.http.HttpRequest.newBuilder(java.net.URI.create(\"http://acme.example/\" + text));"))
                .isEmpty();
    }

    @Test
    void theEnvironmentOfJndiIsRead() {
        String put = "new java.util.Hashtable<String, String>().put(%s);";
        assertThat(asked(put.formatted("javax.naming.Context.PROVIDER_URL, \"dns://192.0.2.1/\" + text")))
                .containsExactly("JNDI dns:");
        assertThat(asked(put.formatted("javax.naming.Context.INITIAL_CONTEXT_FACTORY, \"acme.Factory\"")))
                .containsExactly("JNDI factory acme.Factory");
        assertThat(asked(put.formatted("\"some.url\", \"dns://192.0.2.1/\""))).isEmpty();
        assertThat(asked("new javax.naming.InitialContext().lookup(\"name\");")).isEmpty();
    }

    @Test
    void anAskStandsOnceALine() {
        String members = "void m() throws Exception { \"\".getBytes(\"IBM037\"); \"\".getBytes(\"IBM037\");\n"
                + "\"\".getBytes(\"IBM037\"); }";
        JdkAsk ask = new JdkAsk.CharsetNamed("IBM037");
        assertThat(AskedByCode.uses(dir, members).get("m")).containsExactly(new JdkUse(ask, 1), new JdkUse(ask, 2));
    }

    @Test
    void codeThatNothingReachesAsksNothing() {
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "m", "()V", null, null);
        String charset = "java/nio/charset/Charset";
        method.visitLdcInsn("IBM037");
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, charset, "forName", "(Ljava/lang/String;)L" + charset + ";", false);
        method.visitInsn(Opcodes.POP);
        method.visitInsn(Opcodes.RETURN);
        method.visitLdcInsn("IBM930");
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, charset, "forName", "(Ljava/lang/String;)L" + charset + ";", false);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 0);
        ClassNode type = new ClassNode();
        type.name = "acme/Code";
        assertThat(JdkAsks.of(type).in(method, AskedByCode.NOTHING))
                .containsExactly(new JdkUse(new JdkAsk.CharsetNamed("IBM037"), 0));
    }

    private List<String> asked(String body) {
        return AskedByCode.asked(dir, body);
    }
}
