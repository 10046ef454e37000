package io.whittle.assembler.cds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ClassListTest {
    @TempDir
    private Path dir;

    @Test
    void listsOfSeveralRunsBecomeOneThatTellsNoOrder() throws IOException {
        Files.writeString(dir.resolve("check-pid9.lst"), """
                # NOTE: Do not modify this file.
                java/lang/Object id: 0
                acme/Main id: 1
                @lambda-proxy acme/Main run ()Ljava/lang/Runnable; ()V REF_invokeStatic acme/Main lambda$main$0 ()V ()V
                """);
        Files.writeString(dir.resolve("check-pid10.lst"), """
                java/lang/Object
                acme/Other
                acme/Plugin id: 7 super: 0 source: /plugins/a.jar
                """);
        Files.writeString(dir.resolve("notes.txt"), "acme/Never\n");

        ClassList list = ClassList.in(dir);
        Path file = dir.resolve("all");
        list.writeTo(file);

        assertThat(list.classes()).isEqualTo(3);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "@lambda-proxy acme/Main run ()Ljava/lang/Runnable; ()V REF_invokeStatic acme/Main lambda$main$0 ()V ()V",
                        "acme/Main",
                        "acme/Other",
                        "java/lang/Object");
    }
}
