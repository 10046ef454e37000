package io.whittle.assembler.evidence;

import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** Files, bundles and folders of another module that code asks for by their paths. */
class FileEvidenceTest extends TwoModules {
    @Test
    void filesAndBundlesAreFoundByTheirPaths() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object a() { return User.class.getResource("/b/api/list.txt"); }
                    Object b(ClassLoader loader) { return loader.getResourceAsStream("b/api/list.txt"); }
                    Object c() { return java.util.ResourceBundle.getBundle("b.api.words"); }
                    Object own() { return User.class.getResource("own.txt"); }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant b.api.words: a.User.c (User.java:5)",
                        "a > b constant b/api/list.txt: a.User.a (User.java:3), a.User.b (User.java:4)");
    }

    @Test
    void whoLooksWhetherAFileIsThereUsesItOptionally() throws IOException {
        Evidence evidence = of("", """
                class User {
                    boolean a() { java.net.URL url = User.class.getResource("/b/api/list.txt"); return url != null; }
                    Object b(ClassLoader loader) throws Exception { return loader.getResources("b/api/list.txt"); }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant optional b/api/list.txt: a.User.a (User.java:3), a.User.b (User.java:4)");
    }

    @Test
    void whoOnlyClosesAFileNeedsIt() throws IOException {
        Evidence evidence = of("", """
                import java.io.InputStream;
                class User {
                    int resources() throws Exception {
                        try (InputStream in = User.class.getResourceAsStream("/b/api/list.txt")) { return in.read(); }
                    }
                    int last(Throwable thrown) throws Exception {
                        InputStream in = User.class.getResourceAsStream("/b/api/list.txt");
                        int first = in.read();
                        if (in != null) { if (thrown == null) { in.close(); } else { System.out.println(); in.close(); } }
                        return first;
                    }
                    int looks() throws Exception {
                        try (InputStream in = User.class.getResourceAsStream("/b/api/list.txt")) {
                            return in == null ? 0 : in.read();
                        }
                    }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant b/api/list.txt: a.User.resources (User.java:5), a.User.last (User.java:8)",
                        "a > b constant optional b/api/list.txt: a.User.looks (User.java:14)");
    }

    @Test
    void aPackageThatIsAskedForAsAFolderIsAUse() throws IOException {
        Evidence evidence = of("", """
                class User {
                    Object a(ClassLoader loader) throws Exception { return loader.getResources("b/api"); }
                    Object b(ClassLoader loader) { return loader.getResource("b/api/"); }
                    Object c(ClassLoader loader) { return loader.getResource("b/other"); }
                }
                """);

        assertThat(code(evidence))
                .containsExactly(
                        "a > b constant b/api/: a.User.b (User.java:4)",
                        "a > b constant optional b/api: a.User.a (User.java:3)");
    }
}
