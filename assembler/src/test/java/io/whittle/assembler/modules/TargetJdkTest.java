package io.whittle.assembler.modules;

import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The JDK that is linked, and folders that are none. */
class TargetJdkTest {
    @TempDir
    private Path dir;

    private Path home;

    @BeforeEach
    void home() throws IOException {
        home = Files.createDirectory(dir.resolve("jdk"));
    }

    @Test
    void theRunningJdkIsReadAsItIs() {
        TargetJdk jdk = TestJdk.running();

        assertThat(jdk.featureVersion()).isEqualTo(Runtime.version().feature());
        assertThat(jdk.version()).startsWith(String.valueOf(jdk.featureVersion()));
        for (ModuleReference reference : ModuleFinder.ofSystem().findAll()) {
            ModuleDescriptor running = reference.descriptor();
            ModuleDescriptor read = jdk.modules().get(running.name());
            assertThat(read).as(running.name()).isNotNull();
            assertThat(read.packages()).isEqualTo(running.packages());
            assertThat(read.requires())
                    .extracting(ModuleDescriptor.Requires::name)
                    .containsExactlyInAnyOrderElementsOf(running.requires().stream()
                            .map(ModuleDescriptor.Requires::name)
                            .toList());
        }
    }

    @Test
    void aFolderThatIsNoJdk() {
        refusal("no-jdk.txt");
    }

    @Test
    void aFolderThatIsNotThere() throws IOException {
        Files.delete(home);
        assertThat(refused()).contains("its file 'release' cannot be read");
    }

    @Test
    void aReleaseFileThatSaysNoVersion() throws IOException {
        release("OS_NAME=\"Linux\"\n");
        refusal("jdk-without-version.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"JAVA_VERSION=\"\"", "JAVA_VERSION=\"internal\"", "JAVA_VERSION=\"99999999999999\"", "\\uzzzz"})
    void aReleaseFileThatMakesNoSenseIsRefusedAndNeverFails(String line) throws IOException {
        release(line + "\n");
        assertThat(refused()).contains("release").contains("-Dwhittle.jdk=<folder>");
    }

    @Test
    void aRunTimeEnvironmentOfJava17() throws IOException {
        release("JAVA_VERSION=\"17.0.15\"\n");
        refusal("jdk-without-jmods.txt");
    }

    @Test
    void aJdkFromBeforeModules() throws IOException {
        release("JAVA_VERSION=\"1.8.0_392\"\n");
        refusal("jdk-before-modules.txt");
    }

    @Test
    void aJdkOfToday() throws IOException {
        release("JAVA_VERSION=\"25.0.3\"\n");
        assertThat(refused()).contains("its modules cannot be read").contains("jrt-fs.jar");
    }

    @Test
    void aJmodThatIsNoZip() throws IOException {
        release("JAVA_VERSION=\"17.0.15\"\n");
        Files.writeString(Files.createDirectory(home.resolve("jmods")).resolve("java.base.jmod"), "JM no zip");
        assertThat(refused()).contains("its modules cannot be read", "Install it anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "long enough for a class file, but none"})
    void aJmodWhoseDescriptorIsNone(String descriptor) throws IOException {
        release("JAVA_VERSION=\"17.0.15\"\n");
        Path jmod = Files.createDirectory(home.resolve("jmods")).resolve("java.base.jmod");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jmod))) {
            zip.putNextEntry(new ZipEntry("classes/module-info.class"));
            zip.write(descriptor.getBytes());
        }
        assertThat(refused()).contains("its modules cannot be read", "java.base.jmod");
    }

    private void release(String text) throws IOException {
        Files.writeString(home.resolve("release"), text);
    }

    private void refusal(String golden) {
        Golden.hold("messages/" + golden, refused() + "\n");
    }

    private String refused() {
        UnusableJdkException refused = catchThrowableOfType(UnusableJdkException.class, () -> TargetJdk.at(home));
        assertThat(refused).as("must be refused").isNotNull();
        assertThat(refused.home()).isEqualTo(home);
        return refused.getMessage().replace(dir.toString(), "<dir>");
    }
}
