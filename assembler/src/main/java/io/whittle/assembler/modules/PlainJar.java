package io.whittle.assembler.modules;

import javax.lang.model.SourceVersion;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A jar without a descriptor as an automatic module, also where the JDK refuses it for what can be mended in a copy: classes without a package,
 * or files of services that name what is not there.
 */
final class PlainJar extends ModuleReference {
    /** As {@link java.lang.module.ModuleFinder} parts a file's name. */
    private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.|$))");

    private final Path jar;

    private PlainJar(ModuleDescriptor descriptor, Path jar) {
        super(descriptor, jar.toUri());
        this.jar = jar;
    }

    /**
     * Reads one under the name that its manifest or else its file gives it.
     *
     * @return empty for a jar with a descriptor
     * @throws IllegalArgumentException when neither is a module's name
     */
    static Optional<ModuleReference> read(Path path) throws IOException {
        try (JarFile jar = open(path)) {
            Optional<Manifest> manifest = Optional.ofNullable(jar.getManifest());
            Optional<String> name =
                    manifest.map(each -> each.getMainAttributes().getValue("Automatic-Module-Name"));
            return read(
                    path, jar, name.orElseGet(() -> ofFile(path.getFileName().toString())));
        }
    }

    /** The same under another name. */
    static Optional<ModuleReference> read(Path path, String name) throws IOException {
        try (JarFile jar = open(path)) {
            return read(path, jar, name);
        }
    }

    private static Optional<ModuleReference> read(Path path, JarFile jar, String name) throws IOException {
        if (jar.getEntry("module-info.class") != null) {
            return Optional.empty();
        }
        ModuleDescriptor.Builder module = ModuleDescriptor.newAutomaticModule(name);
        Set<String> packages = packages(jar);
        module.packages(packages);
        Optional.ofNullable(jar.getManifest())
                .map(each -> each.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                .map(String::strip)
                .filter(main ->
                        main.lastIndexOf('.') > 0 && packages.contains(main.substring(0, main.lastIndexOf('.'))))
                .ifPresent(module::mainClass);
        return Optional.of(new PlainJar(module.build(), path));
    }

    private static Set<String> packages(JarFile jar) {
        Set<String> packages = new HashSet<>();
        jar.versionedStream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0)
                .forEach(name ->
                        packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.')));
        packages.removeIf(name -> !isLegal(name));
        return packages;
    }

    private static boolean isLegal(String name) {
        return SourceVersion.isName(name, SourceVersion.RELEASE_9);
    }

    private static String ofFile(String file) {
        String name = file.endsWith(".jar") ? file.substring(0, file.length() - ".jar".length()) : file;
        Matcher version = VERSION.matcher(name);
        if (version.find()) {
            name = name.substring(0, version.start());
        }
        return name.replaceAll("[^A-Za-z0-9]", ".").replaceAll("\\.{2,}", ".").replaceAll("^\\.|\\.$", "");
    }

    private static JarFile open(Path path) throws IOException {
        return new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
    }

    @Override
    public ModuleReader open() throws IOException {
        return new OfJar(jar, open(jar));
    }

    private record OfJar(Path path, JarFile jar) implements ModuleReader {
        @Override
        public Optional<URI> find(String name) {
            return Optional.ofNullable(jar.getJarEntry(name)).map(entry -> path.toUri());
        }

        @Override
        public Optional<InputStream> open(String name) throws IOException {
            JarEntry entry = jar.getJarEntry(name);
            return entry == null ? Optional.empty() : Optional.of(jar.getInputStream(entry));
        }

        @Override
        public Stream<String> list() {
            return jar.versionedStream().map(JarEntry::getName).sorted();
        }

        @Override
        public void close() throws IOException {
            jar.close();
        }
    }
}
