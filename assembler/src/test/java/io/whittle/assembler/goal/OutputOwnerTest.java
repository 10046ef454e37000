package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class OutputOwnerTest {
    @TempDir
    private Path dir;

    @Test
    void theProjectItselfIsNotWarnedAndAnotherIs() throws Exception {
        Project project = new Project(dir);
        Files.createDirectories(project.output);
        OutputOwner owner = new OutputOwner(project.link("small"));
        Said said = new Said();

        owner.warnOfAnother(said);
        owner.claim();
        owner.warnOfAnother(said);
        assertThat(said.warnings).isEmpty();

        Files.writeString(project.output.resolve("link.project"), "com.acme:another\n");
        owner.warnOfAnother(said);
        assertThat(said.warnings)
                .singleElement()
                .asString()
                .contains("com.acme:another", "test:project", "outputDirectory");
    }

    @Test
    void whatIsNoNameNamesNobody() throws Exception {
        Project project = new Project(dir);
        Files.createDirectories(project.output);
        Files.write(project.output.resolve("link.project"), new byte[0]);
        OutputOwner owner = new OutputOwner(project.link("small"));
        Said said = new Said();

        owner.warnOfAnother(said);
        assertThat(said.warnings).isEmpty();

        Files.write(project.output.resolve("link.project"), new byte[] {(byte) 0xff, (byte) 0xfe});
        owner.warnOfAnother(said);
        owner.claim();
        assertThat(said.warnings).hasSize(1);
        assertThat(project.output.resolve("link.project")).hasContent("test:project\n");
    }
}
