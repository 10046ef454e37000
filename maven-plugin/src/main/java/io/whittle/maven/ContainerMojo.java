package io.whittle.maven;

import io.whittle.assembler.goal.OciRequest;
import org.apache.maven.plugins.annotations.Parameter;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What lies below a linked image in a container. */
abstract class ContainerMojo extends ImageMojo {
    /**
     * The folder with the system whose libraries go into the container image, or <code>platform=folder</code>, several separated by
     * commas. Default for the host's platform: this machine.
     */
    @Parameter(property = "whittle.sysroot")
    private String sysroot;

    /** By platform, spelt with hyphens: the folder with its system. */
    @Parameter
    private Map<String, String> sysroots;

    /** An OCI layout whose image of the platform lies below; then nothing is taken of a system. */
    @Parameter(property = "whittle.base")
    private File base;

    /**
     * The certificates of authorities in PEM, for programs that do not ask Java for them. Default:
     * <code>/etc/ssl/certs/ca-certificates.crt</code> of the system, where it has that.
     */
    @Parameter(property = "whittle.certificates")
    private File certificates;

    /** What happens where a library is needed that the system or the base lacks: <code>fail</code> or <code>warn</code>. */
    @Parameter(property = "whittle.missingLibraries", defaultValue = "fail")
    private String missingLibraries;

    final OciRequest.Below below() {
        return new OciRequest.Below(
                path(base),
                Optional.ofNullable(sysroot),
                sorted(sysroots),
                path(certificates),
                missingLibraries,
                start());
    }

    private static Optional<Path> path(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
