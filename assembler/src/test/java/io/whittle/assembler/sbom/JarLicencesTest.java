package io.whittle.assembler.sbom;

import io.whittle.assembler.testing.TestModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Licences that jars tell of themselves. */
class JarLicencesTest {
    @TempDir
    private Path dir;

    @Test
    void aPomTellsOfThemInItsOrder() throws IOException {
        TestModule jar = module("acme").file("META-INF/maven/com.acme/app/pom.xml", """
                        <?xml version="1.0"?>
                        <project>
                          <build><licenses><license><name>not of the project</name></license></licenses></build>
                          <licenses>
                            <license><name>Eclipse Public License v2.0</name><url> https://acme.com/epl </url></license>
                            <license>
                              <name>Acme
                                Licence</name><url>no url at all</url>
                            </license>
                            <license><url>https://acme.com/nameless</url></license>
                            <license/>
                          </licenses>
                        </project>
                        """);

        assertThat(licences(jar))
                .containsExactly(
                        new Licence(
                                "Eclipse Public License v2.0",
                                Optional.of("EPL-2.0"),
                                Optional.of("https://acme.com/epl")),
                        new Licence("Acme Licence", Optional.empty(), Optional.empty()),
                        new Licence(
                                "https://acme.com/nameless",
                                Optional.empty(),
                                Optional.of("https://acme.com/nameless")));
    }

    @Test
    void theJarsOwnPomComesBeforeThoseOfWhatWasPackedIntoIt() throws IOException {
        TestModule jar = module("acme")
                .file("META-INF/maven/a.first/one/pom.xml", pom("MIT"))
                .file("META-INF/maven/b.second/two/pom.xml", pom("Apache-2.0"))
                .file("META-INF/maven/com.acme/app/pom.xml", pom("Apache-2.0"));

        assertThat(licences(jar)).extracting(Licence::name).containsExactly("Apache-2.0", "MIT");
    }

    @Test
    void theManifestIsAskedWhereNoPomTells() throws IOException {
        TestModule jar = module("acme")
                .file("META-INF/maven/com.acme/app/pom.xml", "<project/>")
                .file(
                        "META-INF/MANIFEST.MF",
                        manifest("\"MIT\";link=\"https://acme.com/a,b\";x=y, https://acme.com/c"));

        assertThat(licences(jar))
                .containsExactly(
                        new Licence("MIT", Optional.of("MIT"), Optional.of("https://acme.com/a,b")),
                        new Licence("https://acme.com/c", Optional.empty(), Optional.of("https://acme.com/c")));
    }

    @Test
    void aNameWithACommaThatNobodyQuotedIsOne() throws IOException {
        TestModule jar = module("acme").file("META-INF/MANIFEST.MF", manifest("Apache License, Version 2.0"));

        assertThat(licences(jar)).extracting(Licence::spdx).containsExactly(Optional.of("Apache-2.0"));
    }

    @Test
    void aPlaceTellsWhatANameLeavesOpen() throws IOException {
        String pom = pom("BSD").replace("</name>", "</name><url>https://opensource.org/licenses/BSD-3-Clause</url>");

        assertThat(licences(module("acme").file("META-INF/maven/com.acme/app/pom.xml", pom)))
                .extracting(Licence::spdx)
                .containsExactly(Optional.of("BSD-3-Clause"));
    }

    @Test
    void aPomThatDeclaresEntitiesIsNotRead() throws IOException {
        TestModule jar = module("acme")
                .file(
                        "META-INF/maven/com.acme/app/pom.xml",
                        "<!DOCTYPE project [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + pom("&x;"));

        assertThat(licences(jar)).isEmpty();
    }

    @Test
    void aBrokenPomTellsNothing() throws IOException {
        assertThat(licences(module("acme").file("META-INF/maven/com.acme/app/pom.xml", "<project>")))
                .isEmpty();
    }

    @Test
    void aJarWithoutAnyAndAFolderTellNothing() throws IOException {
        assertThat(licences(module("acme"))).isEmpty();
        assertThat(JarLicences.of(module("acme").folder(dir).path(), Optional.empty()))
                .isEmpty();
    }

    private List<Licence> licences(TestModule module) throws IOException {
        return JarLicences.of(module.jar(dir).path(), Coordinates.read("com.acme:app:1"));
    }

    private static String pom(String licence) {
        return "<project><licenses><license><name>" + licence + "</name></license></licenses></project>";
    }

    private static String manifest(String licence) {
        return "Manifest-Version: 1.0\r\nBundle-License: " + licence + "\r\n";
    }
}
