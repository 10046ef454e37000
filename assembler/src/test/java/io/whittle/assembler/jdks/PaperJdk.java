package io.whittle.assembler.jdks;

import io.whittle.assembler.testing.TestElf;
import io.whittle.graph.catalog.Platform;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** JDKs on paper that can be read and not run: a release file, java.base as a jmod, and a jlink in name alone. */
final class PaperJdk {
    private PaperJdk() {}

    /** Writes one into a folder, for a platform. */
    static Path at(Path home, String version, String platform) throws IOException {
        Files.createDirectories(home.resolve("jmods"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(home.resolve("lib/modules"), "not looked into");
        byte[] program = TestElf.program(Platform.parse(platform));
        Files.write(home.resolve("bin/jlink"), program);
        try (OutputStream file = Files.newOutputStream(home.resolve("jmods/java.base.jmod"))) {
            file.write(new byte[] {'J', 'M', 1, 0});
            ZipOutputStream zip = new ZipOutputStream(file);
            zip.putNextEntry(new ZipEntry("bin/java"));
            zip.write(program);
            zip.putNextEntry(new ZipEntry("classes/module-info.class"));
            zip.write(base());
            zip.finish();
        }
        return home;
    }

    private static byte[] base() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V9, Opcodes.ACC_MODULE, "module-info", null, null, null);
        ModuleVisitor module = writer.visitModule("java.base", 0, null);
        module.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
