package io.whittle.assembler.oci;

import io.whittle.assembler.pack.LayerCompression;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the container images of a call have in common.
 *
 * @param name under which they are found, such as {@code acme/app}
 * @param tag behind the name
 * @param folder where the image lies in the container, absolute
 * @param layout whether an OCI layout is wanted
 * @param archive whether an archive for {@code docker load} is wanted
 * @param compression of layers
 * @param run what the container runs, and as whom
 * @param certificates a file with the certificates of authorities; that of the system if empty
 * @param missingAllowed whether an image is made although libraries are nowhere
 */
public record OciSettings(
        String name,
        String tag,
        String folder,
        boolean layout,
        boolean archive,
        LayerCompression compression,
        Run run,
        Optional<Path> certificates,
        boolean missingAllowed) {
    /**
     * What a container runs, and as whom.
     *
     * @param command arguments behind those of the launcher, which whoever starts the container replaces
     * @param environment variables by name, besides {@code PATH}, {@code JAVA_HOME} and {@code LANG}
     * @param labels by name
     * @param user number of the user and of the group; that of the base, or else one of no rights, if empty
     * @param volumes folders, absolute, which are the user's
     * @param ports such as {@code 8080/tcp}
     * @param workingFolder absolute; that of the base, or else the user's own, if empty
     */
    public record Run(
            List<String> command,
            SortedMap<String, String> environment,
            SortedMap<String, String> labels,
            Optional<ContainerUser> user,
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

        /** As whom it runs where no base says otherwise. */
        ContainerUser userOfOurs() {
            return user.orElse(ContainerUser.NONROOT);
        }
    }
}
