package io.whittle.assembler.goal;

import io.whittle.assembler.oci.ContainerUser;
import io.whittle.assembler.oci.OciSettings;
import io.whittle.assembler.pack.LayerCompression;
import io.whittle.graph.catalog.NearestName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what users write of container images; all that is wrong comes at once. */
final class OciWords {
    private static final String LAYOUT = "oci";
    private static final String ARCHIVE = "docker-archive";

    // https://github.com/distribution/reference
    private static final Pattern NAME = Pattern.compile(
            "([a-zA-Z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern FOLDER = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9_.@+-]*)+");
    private static final Pattern PORT = Pattern.compile("([0-9]{1,5})(/(tcp|udp|sctp))?");
    private static final int LAST_PORT = 65535;

    /** Folders of every system. Some of them are links, which a folder of ours would replace. */
    private static final Set<String> OF_THE_SYSTEM = Set.of(
            "bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "root", "sbin", "sys", "usr");

    private final OciRequest request;
    private final List<String> faults;

    private OciWords(OciRequest request, List<String> faults) {
        this.request = request;
        this.faults = faults;
    }

    /** What is asked; faults get what makes no sense of it, and then what is given is of no use. */
    static OciSettings settings(OciRequest request, List<String> faults) {
        return new OciWords(request, faults).settings();
    }

    private OciSettings settings() {
        Set<String> formats = new TreeSet<>(request.formats().isEmpty() ? List.of(LAYOUT, ARCHIVE) : request.formats());
        formats.stream()
                .filter(word -> !Set.of(LAYOUT, ARCHIVE).contains(word))
                .forEach(word -> unknown("whittle.ociFormats", word, LAYOUT, ARCHIVE));
        Optional<LayerCompression> compression = LayerCompression.of(request.compression());
        if (compression.isEmpty()) {
            unknown("whittle.layerCompression", request.compression(), "gzip", "zstd");
        }
        String missing = request.below().missingLibraries();
        if (!Set.of("fail", "warn").contains(missing)) {
            unknown("whittle.missingLibraries", missing, "fail", "warn");
        }
        String name = request.name().orElse(request.artifact().toLowerCase(Locale.ROOT));
        hold(
                NAME,
                "whittle.imageName",
                name,
                "lower-case letters, digits and single . _ - between them, such as acme/app");
        String tag = request.tag().orElse(request.version().replaceAll("[^A-Za-z0-9_.-]", "_"));
        hold(TAG, "whittle.imageTag", tag, "letters, digits, _ . -");
        String folder = request.folder().orElse("/opt/" + request.artifact());
        folder("whittle.imageFolder", folder);
        request.below()
                .certificates()
                .filter(file -> !Files.isRegularFile(file))
                .ifPresent(this::noFile);
        return new OciSettings(
                name,
                tag,
                folder,
                formats.contains(LAYOUT),
                formats.contains(ARCHIVE),
                compression.orElse(LayerCompression.GZIP),
                run(folder),
                request.below().certificates(),
                missing.equals("warn"));
    }

    private OciSettings.Run run(String folder) {
        OciRequest.Run run = request.run();
        Optional<ContainerUser> user = run.user().flatMap(ContainerUser::of);
        if (run.user().isPresent() && user.isEmpty()) {
            faults.add(
                    "whittle.imageUser is '" + run.user().get()
                            + "'.\n  Write nonroot, root, or numbers, such as 1000 or 1000:1000: whoever forbids root looks at numbers.");
        }
        run.volumes().forEach(volume -> {
            folder("whittle.volumes", volume);
            if ((volume + "/").startsWith(folder + "/") || (folder + "/").startsWith(volume + "/")) {
                faults.add("whittle.volumes names '" + volume + "', and the image lies in " + folder
                        + ": a volume is the user's, who could replace what runs.\n  Name another folder, such as one below"
                        + " /var.");
            }
        });
        run.workingFolder()
                .filter(start -> !start.equals("/"))
                .ifPresent(start -> hold(FOLDER, "whittle.workingDirectory", start, "a path such as /srv/app"));
        List<String> ports = new ArrayList<>();
        for (String port : run.ports()) {
            boolean right = PORT.matcher(port).matches()
                    && Integer.parseInt(port.replaceAll("/.*", "")) <= LAST_PORT
                    && !port.startsWith("0");
            if (!right) {
                faults.add(
                        "whittle.ports names '" + port + "'.\n  Write a number up to 65535, such as 8080 or 53/udp.");
            }
            ports.add(port.contains("/") ? port : port + "/tcp");
        }
        return new OciSettings.Run(
                run.command(), run.environment(), run.labels(), user, run.volumes(), ports, run.workingFolder());
    }

    private void folder(String property, String folder) {
        hold(FOLDER, property, folder, "an absolute path without . and .., such as /opt/app");
        if (FOLDER.matcher(folder).matches() && OF_THE_SYSTEM.contains(folder.split("/")[1])) {
            faults.add(property + " is '" + folder + "', which is a folder of the system.\n"
                    + "  Name another, such as one below /opt, /srv or /var.");
        }
    }

    private void hold(Pattern pattern, String property, String value, String rule) {
        if (!pattern.matcher(value).matches()) {
            faults.add(property + " is '" + value + "'.\n  Write " + rule + ".");
        }
    }

    private void unknown(String property, String word, String... known) {
        faults.add(property + " names '" + word + "', and there is no such thing.\n  "
                + new NearestName()
                        .to(word, new TreeSet<>(List.of(known)))
                        .map(meant -> "Is " + meant + " meant?")
                        .orElse("There are " + String.join(", ", known) + "."));
    }

    private void noFile(Path file) {
        faults.add("whittle.certificates is " + file + ", and there is no such file.\n  Name one in PEM, such as"
                + " /etc/ssl/certs/ca-certificates.crt.");
    }
}
