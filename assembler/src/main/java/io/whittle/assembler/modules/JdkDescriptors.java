package io.whittle.assembler.modules;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads the descriptors of a JDK's modules without running it: it may be for another platform. */
final class JdkDescriptors {
    /** Where a class file says its version. */
    private static final int VERSION = 6;

    /** The class-file version of Java 9. */
    private static final short FIRST_WITH_MODULES = 53;

    private JdkDescriptors() {}

    /** From packaged modules. A jmod is a zip behind four bytes of magic, which a zip reader passes over. */
    static SortedMap<String, ModuleDescriptor> ofJmods(Path folder) throws IOException {
        SortedMap<String, ModuleDescriptor> modules = new TreeMap<>();
        try (DirectoryStream<Path> jmods = Files.newDirectoryStream(folder, "*.jmod")) {
            for (Path jmod : jmods) {
                try (ZipFile zip = new ZipFile(jmod.toFile())) {
                    ZipEntry descriptor = zip.getEntry("classes/module-info.class");
                    if (descriptor == null) {
                        throw new IOException(jmod + " has no module-info.class");
                    }
                    try (InputStream in = zip.getInputStream(descriptor)) {
                        put(modules, in);
                    }
                } catch (ZipException | InvalidModuleDescriptorException broken) {
                    throw new IOException(jmod + " is damaged (" + broken.getMessage() + ")", broken);
                }
            }
        }
        return modules;
    }

    /** From the run-time image, through the file system provider that every JDK carries for tools of other versions. */
    static SortedMap<String, ModuleDescriptor> ofRuntimeImage(Path home) throws IOException {
        SortedMap<String, ModuleDescriptor> modules = new TreeMap<>();
        URI jrt = URI.create("jrt:/");
        try (FileSystem image = FileSystems.newFileSystem(jrt, Map.of("java.home", home.toString()));
                DirectoryStream<Path> folders = Files.newDirectoryStream(image.getPath("/modules"))) {
            for (Path folder : folders) {
                try (InputStream in = Files.newInputStream(folder.resolve("module-info.class"))) {
                    put(modules, in);
                }
            }
        }
        return modules;
    }

    private static void put(SortedMap<String, ModuleDescriptor> modules, InputStream descriptor) throws IOException {
        byte[] bytes = descriptor.readAllBytes();
        // The module attribute is the same since Java 9, but a JVM refuses class files newer than itself by their
        // number
        // alone: the JDK that is linked may be newer than the one that runs Maven.
        if (bytes.length > VERSION + 1) {
            ByteBuffer.wrap(bytes).putShort(VERSION, FIRST_WITH_MODULES);
        }
        ModuleDescriptor module = ModuleDescriptor.read(ByteBuffer.wrap(bytes));
        modules.put(module.name(), module);
    }
}
