package io.whittle.assembler.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Which files a module of a JDK brings into an image beside its classes: programs, native libraries, configuration, licences. */
public final class ModuleFiles {
    private ModuleFiles() {}

    /**
     * Names in the image, with {@code /}. Where licences are the same as another module's, an image may have links for them; jlink
     * leaves some files out.
     *
     * @throws IOException when the JDK cannot be read
     */
    public static SortedSet<String> of(TargetJdk jdk, String module) throws IOException {
        if (jdk.jmods().isEmpty()) {
            return LinkableRuntime.of(jdk.home(), List.of(module)).files(module);
        }
        SortedSet<String> files = new TreeSet<>();
        Path jmod = jdk.jmods().get().resolve(module + ".jmod");
        try (ZipFile zip = new ZipFile(jmod.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                String name = entry.getName();
                if (name.startsWith("legal/")) {
                    files.add("legal/" + module + name.substring("legal".length()));
                } else if (!name.startsWith("classes/") && !entry.isDirectory()) {
                    files.add(name);
                }
            }
        }
        return files;
    }
}
