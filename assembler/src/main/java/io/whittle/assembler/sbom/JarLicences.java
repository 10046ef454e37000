package io.whittle.assembler.sbom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Licences that a jar tells of itself: in the poms that Maven put into it, or else in its manifest. */
final class JarLicences {
    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.xml");

    /** More than any pom; a bound, so that a broken jar cannot fill the memory. */
    private static final int POM_LIMIT = 4 << 20;

    private JarLicences() {}

    /**
     * All of them, once each: its own pom's first, then those of what was packed into it. None for a folder, and for a jar whose pom
     * leaves them to a parent that is not in the jar.
     */
    static List<Licence> of(Path jar, Optional<Coordinates> own) throws IOException {
        if (!Files.isRegularFile(jar)) {
            return List.of();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Set<Licence> licences = new LinkedHashSet<>();
            for (JarEntry pom : poms(file, own)) {
                try (InputStream in = file.getInputStream(pom)) {
                    licences.addAll(PomLicences.of(in.readNBytes(POM_LIMIT)));
                }
            }
            if (licences.isEmpty() && file.getManifest() != null) {
                licences.addAll(BundleLicences.of(file.getManifest()));
            }
            return List.copyOf(licences);
        }
    }

    private static List<JarEntry> poms(JarFile file, Optional<Coordinates> own) {
        String first = own.map(known -> "META-INF/maven/" + known.group() + "/" + known.artifact() + "/pom.xml")
                .orElse("");
        List<JarEntry> poms = new ArrayList<>(file.stream()
                .filter(entry -> POM.matcher(entry.getName()).matches())
                .toList());
        poms.sort(Comparator.comparing((JarEntry entry) -> !entry.getName().equals(first))
                .thenComparing(JarEntry::getName));
        return poms;
    }
}
