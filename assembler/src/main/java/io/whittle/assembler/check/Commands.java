package io.whittle.assembler.check;

import io.whittle.assembler.link.LauncherWords;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Surroundings.Assignment;
import io.whittle.graph.catalog.Template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes words that can be started of the words of a catalogue, whose first is a launcher of the image or a command of the host. */
final class Commands {
    /** Under an emulator the helper that Java starts processes with does not run. */
    private static final String NO_SPAWN_HELPER = "-Djdk.lang.Process.launchMechanism=VFORK";

    private final CheckRequest request;
    private final List<Assignment> properties;

    /**
     * What to start.
     *
     * @param ofImage whether it is a program of the image
     */
    record Command(List<String> words, boolean ofImage) {}

    Commands(CheckRequest request, List<Assignment> properties) {
        this.request = request;
        this.properties = List.copyOf(properties);
    }

    /**
     * The words to start.
     *
     * @param values of placeholders
     * @param environment in which they start
     */
    Command command(List<Template> templates, Map<String, String> values, Map<String, String> environment)
            throws NotRunException {
        List<String> rendered =
                templates.stream().map(template -> template.render(values)).toList();
        String first = rendered.get(0);
        List<String> rest = rendered.subList(1, rendered.size());
        Optional<Launcher> launcher = request.launchers().stream()
                .filter(each -> each.name().text().equals(first))
                .findFirst();
        if (launcher.isPresent()) {
            return new Command(
                    launched(new LauncherWords(launcher.get(), request.launchPath()), rest, values, environment), true);
        }
        Path bin = request.image().resolve("bin");
        Path program = bin.resolve(first).normalize();
        if (isLauncherElsewhere(first) && !Files.isRegularFile(program)) {
            throw new NotRunException(
                    "launcher " + first + " is not in this image, as what it starts is not; a program of this"
                            + " machine does not take its place. Name under 'with' of the check the feature that brings it");
        }
        // A name of the image's own programs is never one of the host's; a path stays outside unless it points inside.
        if (!program.startsWith(bin) || !Files.isRegularFile(program)) {
            return new Command(rendered, false);
        }
        List<String> words = new ArrayList<>(request.runner());
        words.add(executable(program));
        boolean isJava = program.equals(java());
        if (!request.runner().isEmpty() && isJava) {
            words.add(NO_SPAWN_HELPER);
        }
        // The other programs of a JDK hand on to their JVM what begins with -J.
        request.jvmOptions().forEach(option -> words.add(isJava ? option : "-J" + option));
        words.addAll(rest);
        return new Command(words, true);
    }

    private boolean isLauncherElsewhere(String name) {
        return Stream.concat(
                        Stream.of(request.catalog().image()),
                        request.catalog().profiles().values().stream().map(Profile::image))
                .anyMatch(image -> image.launchers().containsKey(name));
    }

    private List<String> launched(
            LauncherWords launcher, List<String> rest, Map<String, String> values, Map<String, String> environment)
            throws NotRunException {
        boolean asItIs = request.runner().isEmpty()
                && properties.isEmpty()
                && request.jvmOptions().isEmpty();
        List<String> words = new ArrayList<>();
        if (asItIs) {
            words.add(executable(request.image()
                    .resolve("bin")
                    .resolve(launcher.fileName(request.platform().os()))));
            words.addAll(rest);
            return words;
        }
        words.addAll(request.runner());
        words.add(executable(java()));
        List<String> options = new ArrayList<>();
        if (!request.runner().isEmpty()) {
            options.add(NO_SPAWN_HELPER);
        }
        options.addAll(request.jvmOptions());
        // What the script would have read.
        String more = environment.getOrDefault(launcher.variable(), "").strip();
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split("\\s+")));
        }
        properties.forEach(property ->
                options.add("-D" + property.name() + "=" + property.value().render(values)));
        words.addAll(launcher.behindJava(request.image(), options));
        words.addAll(rest);
        return words;
    }

    /** The image's java, which every launcher starts. */
    Path java() {
        return request.image().resolve("bin").resolve(request.platform().os() == Os.WINDOWS ? "java.exe" : "java");
    }

    /** What is wrong with the image itself, before anything is started. */
    void requireUsableImage() throws NotRunException {
        executable(java());
        if (!request.isNative() && request.runner().isEmpty()) {
            throw new NotRunException("the image is for " + request.platform() + ", which this machine does not run;"
                    + " configure a runner for the platform");
        }
    }

    private static String executable(Path program) throws NotRunException {
        if (!Files.isRegularFile(program)) {
            throw new NotRunException(program + " is not there; link the image again");
        }
        if (!Files.isExecutable(program)) {
            throw new NotRunException(program + " may not be executed; link the image again, and copy it by something"
                    + " that keeps the permissions of files");
        }
        return program.toString();
    }
}
