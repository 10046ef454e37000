package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** What files name: needed as a value, optional as a key or as the name of a logger. */
class ConfigEvidenceTest extends TwoModules {
    @Test
    void propertiesNameClassesAsValuesAndAsKeys() throws IOException {
        assertThat(uses("settings.properties", """
                # old=b.api.Trouble
                start=b.api.Net
                all = b.Service,\\
                      b.api.Trouble
                version=1.2.Beta
                """))
                .containsExactly("needed b.Service:3", "needed b.api.Net:2", "needed b.api.Trouble:4");
        assertThat(uses("logging.properties", """
                b.api.Net.level=FINE
                b.api.Trouble: OFF
                logger.net.name = b.Service
                """))
                .containsExactly("optional b.Service:3", "optional b.api.Net:1", "optional b.api.Trouble:2");
        assertThat(uses("META-INF/b.imports", "! b.Service\nb.api.Net\n")).containsExactly("needed b.api.Net:2");
    }

    @Test
    void xmlNamesClassesInAttributesAndTexts() throws IOException {
        assertThat(uses("settings.xml", """
                <?xml version="1.0"?>
                <!-- b.api.Trouble
                  -->
                <settings>
                  <bean id="a > b"
                        class='b.api.Net'/>
                  <service>
                    b.Service
                  </service>
                </settings>
                """)).containsExactly("needed b.Service:8", "needed b.api.Net:6");
        assertThat(uses("log4j2.xml", """
                <Configuration><Loggers>
                  <Logger name="b.api.Net" level="debug"/>
                  <appender name="x" class="b.Service"/>
                  <category name="b.api.Trouble"/>
                </Loggers></Configuration>
                """))
                .containsExactly("needed b.Service:3", "optional b.api.Net:2", "optional b.api.Trouble:4");
    }

    @Test
    void jsonAndYamlNameClassesAsValuesAndAsKeys() throws IOException {
        assertThat(uses("settings.json", """
                {"start": "b.api.Net",
                 "b.Service" : {"on": true},
                 "Loggers": {"Logger": [{"name": "b.api.Trouble", "level": "debug"}]}}
                """))
                .containsExactly("needed b.api.Net:1", "optional b.Service:2", "optional b.api.Trouble:3");
        assertThat(uses("settings.yaml", """
                # b.Service
                start: b.api.Net   # not b.Service
                levels:
                  b.Service: debug
                Loggers:
                  Logger:
                    - name: b.api.Trouble
                      level: debug
                """))
                .containsExactly("needed b.api.Net:2", "optional b.Service:4", "optional b.api.Trouble:7");
        assertThat(uses("list.yml", "start:\n  - b.api.Net\n  - 'b.Service'\n"))
                .containsExactly("needed b.Service:3", "needed b.api.Net:2");
    }

    @Test
    void filesAndBundlesAreNamedByAValueThatIsNothingElse() throws IOException {
        assertThat(uses("settings.properties", "list=classpath:/b/api/list.txt\nwords=b.api.words\n"))
                .containsExactly("needed b.api.words:2", "needed b/api/list.txt:1");
        assertThat(uses(
                        "settings.json",
                        "{\"a\": [\"b/api/list.txt\"], \"b.api.words\": 1, \"c\": \"see b/api/list.txt\"}"))
                .containsExactly("needed b/api/list.txt:1");
    }

    @Test
    void aNameMayHaveLettersOfAnyLanguage() throws IOException {
        PathEntry named = module("b")
                .type("b.größe.Über", "")
                .type("b.größe.Preis€", "")
                .type("公司.网络.客户端", "")
                .file("b/größe/wörter.properties", "eins=un")
                .file("b/größe/länge.txt", "1")
                .jar(folder);
        PathEntry user = module("a")
                .type("a.User", "")
                .file("a.properties", "start=b.größe.Über, b.größe.Preis€\nb.größe.Über.level=1\nc=公司.网络.客户端\n")
                .file("b.json", "{\"w\": \"b.größe.wörter\", \"l\": \"b/größe/länge.txt\"}")
                .file("c.properties", "start=b.gr\\u00f6\\u00dfe.\\u00DCber")
                .folder(folder);
        Files.write(user.path().resolve("d.properties"), "start=b.größe.Über".getBytes(StandardCharsets.ISO_8859_1));

        Evidence evidence = Evidence.of(ModuleIndex.of(List.of(named, user)), jdk());

        assertThat(places(evidence))
                .containsExactly(
                        "needed b.größe.Preis€:1",
                        "needed b.größe.wörter:1",
                        "needed b.größe.Über:1",
                        "needed b.größe.Über:1",
                        "needed b.größe.Über:1",
                        "needed b/größe/länge.txt:1",
                        "needed 公司.网络.客户端:3",
                        "optional b.größe.Über:2");
    }

    @Test
    void whatIsForMavenOrForNativeImagesIsNotRead() throws IOException {
        assertThat(uses("META-INF/native-image/x/reflect-config.json", "[{\"name\": \"b.api.Net\"}]"))
                .isEmpty();
        assertThat(uses("META-INF/maven/x/pom.properties", "start=b.api.Net")).isEmpty();
    }

    @Test
    void aFileThatIsOneLongWordIsReadToItsEnd() throws IOException {
        String word = "a.".repeat(500_000);
        for (String ending : List.of("xml", "json", "yaml", "properties", "imports")) {
            assertThat(uses("a." + ending, "<" + word)).isEmpty();
            assertThat(uses("a." + ending, "<x " + word.replace('.', ' ') + "b.api.Net"))
                    .as(ending)
                    .hasSizeLessThan(2);
            assertThat(uses("a." + ending, word.replace('a', '网') + "/")).isEmpty();
            assertThat(uses("a." + ending, "\"" + word + "\": 'b.api.Net'"))
                    .as(ending)
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void whatIsNotWellFormedIsReadAsFarAsItGoes() throws IOException {
        assertThat(uses("a.xml", "<a b='b.api.Net' <!-- ")).containsExactly("needed b.api.Net:1");
        assertThat(uses("b.xml", "<")).isEmpty();
        assertThat(uses("c.json", "{\"a\": \"b.api.Net")).containsExactly("needed b.api.Net:1");
        assertThat(uses("d.json", "]]{\"a\\")).isEmpty();
        assertThat(uses("e.yaml", ":")).isEmpty();
        assertThat(uses("f.properties", "=\\")).isEmpty();
    }

    private List<String> uses(String path, String text) throws IOException {
        return places(of(reactor("", "class User {}").file("a", path, text)));
    }

    private static List<String> places(Evidence evidence) {
        return evidence.uses().stream()
                .flatMap(use -> use.places().stream()
                        .map(place -> (use.optional() ? "optional " : "needed ") + use.what() + ":" + place.line()))
                .sorted()
                .toList();
    }
}
