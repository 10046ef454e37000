package io.whittle.assembler.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a JDK without jmods noted of its own files when it was built, so that it can be linked from them (JEP 493). It refuses those
 * that have changed since.
 */
public final class LinkableRuntime {
    private static final String FOLDER = "jdk/tools/jlink/internal/runtimelink";
    private static final String NOTES = FOLDER + "/fs_%s_files";

    /** Names of files that may be replaced, such as certificates and time zones (JDK-8353185). */
    private static final String REPLACEABLE = FOLDER + "/upgrade_files_%s.conf";

    private final Path home;
    private final SortedMap<String, List<String>> notes;
    private final Set<String> replaceable;

    private LinkableRuntime(Path home, SortedMap<String, List<String>> notes, Set<String> replaceable) {
        this.home = home;
        this.notes = notes;
        this.replaceable = replaceable;
    }

    /**
     * Reads what the JDK in a folder noted of files of these modules.
     *
     * @throws IOException when its run-time image cannot be read
     */
    public static LinkableRuntime of(Path home, Collection<String> modules) throws IOException {
        SortedMap<String, List<String>> notes = new TreeMap<>();
        Set<String> replaceable = new HashSet<>();
        try (FileSystem image = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()))) {
            Path jlink = image.getPath("/modules/jdk.jlink");
            for (String module : modules) {
                Path file = jlink.resolve(NOTES.formatted(module));
                if (Files.exists(file)) {
                    notes.put(module, Files.readAllLines(file));
                }
                Path names = jlink.resolve(REPLACEABLE.formatted(module));
                if (Files.exists(names)) {
                    replaceable.addAll(Files.readAllLines(names));
                }
            }
        }
        return new LinkableRuntime(home, Collections.unmodifiableSortedMap(notes), Set.copyOf(replaceable));
    }

    /** Whether it was built to be linked without jmods; every such JDK has noted the files of java.base. */
    public boolean isLinkable() {
        return notes.containsKey("java.base");
    }

    /** Names of a module's files, in an image as in the JDK. */
    SortedSet<String> files(String module) {
        SortedSet<String> files = new TreeSet<>();
        for (String line : notes.getOrDefault(module, List.of())) {
            files.add(line.substring(line.lastIndexOf('|') + 1));
        }
        return files;
    }

    /** Files that may not be replaced and are not what they were when it was built, sorted. Reads them all: 0.1 s for a common image. */
    public List<String> modified() throws IOException {
        List<String> modified = new ArrayList<>();
        for (List<String> lines : notes.values()) {
            for (String line : lines) {
                // Kind, whether it is a link, hash in SHA-512, name.
                String[] parts = line.split("\\|", 4);
                boolean counts = parts.length == 4 && parts[1].equals("0") && !replaceable.contains(parts[3]);
                if (counts && !parts[2].equals(hash(home.resolve(parts[3])))) {
                    modified.add(parts[3]);
                }
            }
        }
        Collections.sort(modified);
        return modified;
    }

    private static String hash(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "none";
        }
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-512"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-512 is in java.base", missing);
        }
    }
}
