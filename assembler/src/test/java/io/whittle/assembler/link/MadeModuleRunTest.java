package io.whittle.assembler.link;

import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.PlannedModule;
import io.whittle.assembler.plan.Scene;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import static io.whittle.assembler.testing.PlainJar.plain;
import static org.assertj.core.api.Assertions.assertThat;

/** Jars without a descriptor, linked by the real jlink and started. */
class MadeModuleRunTest {
    private static final String CATALOG = """
            base: {modules: [acme.app]}
            image: {launchers: {app: {module: acme.app, main: acme.app.Main}}}
            profiles: {small: {include: []}}
            """;

    @TempDir
    private Path dir;

    @Test
    void jarsDeepInTheGraphFindServicesAndSetFieldsInAnImage() throws Exception {
        PathEntry api = plain("words-api")
                .source("words/Words.java", """
                        package words;
                        public interface Words {
                            String say();
                            static String all() {
                                StringBuilder all = new StringBuilder();
                                for (Words each : java.util.ServiceLoader.load(Words.class)) { all.append(each.say()); }
                                return all.toString();
                            }
                        }
                        """)
                .file("META-INF/services/words.Words", "words.Gone\nwords.Hidden\n")
                .source(
                        "words/Hidden.java",
                        "package words; class Hidden implements Words {" + " public String say() { return \"no\"; } }")
                .in(dir);
        PathEntry german = plain("german.words")
                .source("german/Hallo.java", """
                        package german;
                        public class Hallo implements words.Words {
                            private String word = "nothing";
                            public String say() {
                                try {
                                    getClass().getDeclaredField("word").set(this, "hallo ");
                                    java.util.logging.Logger.getLogger("x").fine(word);
                                    return word + new String(getClass().getResourceAsStream("/german/end.txt").readAllBytes());
                                } catch (Exception e) { throw new IllegalStateException(e); }
                            }
                        }
                        """)
                .file("german/end.txt", "welt")
                .file("META-INF/services/words.Words", "# ours\ngerman.Hallo # the first\n")
                .file("META-INF/ACME.SF", "Signature-Version: 1.0\r\n\r\n")
                .file("Unnamed.class", "no class at all")
                .on(api)
                .in(dir);
        PathEntry middle = plain("middle")
                .source(
                        "middle/Middle.java",
                        "package middle; public class Middle {"
                                + " public static String say() { return new german.Hallo().getClass().getSimpleName() + \": \" + words.Words.all(); } }")
                .on(api, german)
                .in(dir);
        PathEntry app = plain("app")
                .source("module-info.java", "module acme.app { requires middle; }")
                .source(
                        "acme/app/Main.java",
                        "package acme.app; public class Main {"
                                + " public static void main(String[] args) { System.out.println(middle.Middle.say()); } }")
                .on(middle)
                .in(dir);
        Scene scene = new Scene(dir, CATALOG)
                .jdk(TestJdk.running())
                .on(Platform.host().toString());
        for (PathEntry entry : new PathEntry[] {app, middle, german, api}) {
            scene.with(entry);
        }

        ImagePlan plan = scene.plan();
        Path out = dir.resolve("linked");
        LinkedApp.link(out, plan);

        assertThat(plan.modules()).containsKeys("acme.app", "middle", "german.words", "words.api", "java.logging");
        PlannedModule.FromPath made =
                (PlannedModule.FromPath) plan.modules().get("german.words").source();
        assertThat(made.copy().orElseThrow().changes())
                .extracting(JarChange::kind)
                .containsExactly(
                        JarChange.Kind.DESCRIPTOR_MADE,
                        JarChange.Kind.SIGNATURE_DROPPED,
                        JarChange.Kind.UNNAMED_PACKAGE_DROPPED);
        assertThat(plan.notes())
                .anyMatch(note -> note.startsWith("words.api is linked from a changed copy of test:words-api:1: "));
        assertThat(run(out.resolve("image/bin/app"))).isEqualTo("Hallo: hallo welt\n");
    }

    private static String run(Path program) throws Exception {
        Process process =
                new ProcessBuilder(program.toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
