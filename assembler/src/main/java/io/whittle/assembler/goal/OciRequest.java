package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the goal that makes container images is asked, in the words of users.
 *
 * @param link which images; they are linked where they do not stand as they would be
 * @param artifact the project's own name
 * @param version the project's version
 * @param formats {@code oci} and {@code docker-archive}; both if empty
 * @param compression of layers
 * @param name of the image; the project's if empty
 * @param tag of the image; the version if empty
 * @param folder where the image lies in the container; {@code /opt/<artifact>} if empty
 * @param launcher by which the container starts; empty where there is no doubt
 * @param run what the container runs, and as whom
 * @param below what is below the image
 */
public record OciRequest(
        LinkRequest link,
        String artifact,
        String version,
        List<String> formats,
        String compression,
        Optional<String> name,
        Optional<String> tag,
        Optional<String> folder,
        Optional<String> launcher,
        Run run,
        Below below) {
    public OciRequest {
        formats = List.copyOf(formats);
    }

    /**
     * What a container runs.
     *
     * @param command arguments behind those of the launcher
     * @param environment variables by name
     * @param labels by name, those of the project among them
     * @param user {@code root}, {@code nonroot}, or numbers
     * @param volumes folders
     * @param ports such as {@code 8080} or {@code 53/udp}
     * @param workingFolder in which it starts
     */
    public record Run(
            List<String> command,
            SortedMap<String, String> environment,
            SortedMap<String, String> labels,
            Optional<String> user,
            List<String> volumes,
            List<String> ports,
            Optional<String> workingFolder) {
        public Run {
            command = List.copyOf(command);
            environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
            volumes = List.copyOf(volumes);
            ports = List.copyOf(ports);
        }
    }

    /**
     * What is below an image.
     *
     * @param base a layout of others
     * @param sysrootsNamed a folder, or {@code platform=folder} with commas between several
     * @param sysroots folders by platform
     * @param certificates a file; that of the sysroot if empty
     * @param missingLibraries {@code fail} or {@code warn}
     * @param start the folder in which relative ones begin
     */
    public record Below(
            Optional<Path> base,
            Optional<String> sysrootsNamed,
            SortedMap<String, String> sysroots,
            Optional<Path> certificates,
            String missingLibraries,
            Path start) {
        public Below {
            sysroots = Collections.unmodifiableSortedMap(new TreeMap<>(sysroots));
        }
    }
}
