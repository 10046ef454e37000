package io.whittle.assembler.jdks;

import io.whittle.assembler.modules.TargetJdk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for JDKs in one place after the other: folders that are named, toolchains, archives, packages of Debian, and for the platform
 * of this machine its own.
 */
public final class JdkSearch {
    private final List<JdkPlace> places;
    private final HostJdks host;
    private final List<JdkToolchain> toolchains;

    /**
     * A JDK that was found.
     *
     * @param jdk as it was read, with those beside it whose jlink may link it
     * @param marks files and folders whose change makes it another; none needs to exist
     */
    public record Found(TargetJdk jdk, List<Path> marks) {
        public Found {
            marks = List.copyOf(marks);
        }
    }

    /** Over what a user has set. */
    public JdkSearch(JdkSources sources) {
        this(
                sources,
                new HostJdks(
                        sources.running(),
                        sources.toolchains(),
                        KnownFolders.find(System.getenv(), Path.of(System.getProperty("user.home", "")))));
    }

    JdkSearch(JdkSources sources, HostJdks host) {
        this.host = host;
        this.toolchains = sources.toolchains();
        this.places = List.of(
                new NamedJdks(sources.folders(), sources.base()),
                new ToolchainJdks(sources.toolchains()),
                new ArchivedJdks(sources),
                new DebianJdks(sources.debian()),
                host);
    }

    /**
     * Finds the JDK. Costs what reading it costs, and for one from an archive the hashes of what is unpacked, and of the archive.
     *
     * @throws NoJdkException when there is none
     */
    public Found find(JdkWanted wanted) throws NoJdkException, IOException, InterruptedException {
        List<String> tried = new ArrayList<>();
        for (JdkPlace place : places) {
            Look look = place.look(wanted);
            if (look instanceof Look.Found found) {
                return new Found(found.jdk().withLinkers(host.linkers()), marks(found));
            }
            if (look instanceof Look.Refused refused) {
                throw new NoJdkException(refused.fault());
            }
            tried.addAll(((Look.Passed) look).tried());
        }
        throw new NoJdkException("There is no " + wanted + ". It was looked for in\n    "
                + String.join("\n    ", tried)
                + "\n  Name its folder with -Dwhittle.jdk=" + wanted.platform()
                + "=<folder>; docs/platforms.md tells where JDKs come from. Another version is looked for with"
                + " -Dwhittle.jdkVersion=<version>.");
    }

    // What a JDK is made of does not change without one of these; they are too large to be read each time.
    private List<Path> marks(Look.Found found) {
        List<Path> marks = new ArrayList<>(found.marks());
        // One that is installed later may come first.
        toolchains.stream()
                .map(JdkToolchain::home)
                .filter(home -> !home.isEmpty())
                .forEach(home -> marks.add(Path.of(home).resolve("release")));
        marks.add(found.jdk().release());
        for (String mark : List.of("bin", "lib/modules", "jmods")) {
            marks.add(found.jdk().home().resolve(mark));
        }
        found.jdk().jmods().filter(jmods -> !marks.contains(jmods)).ifPresent(marks::add);
        return marks;
    }
}
