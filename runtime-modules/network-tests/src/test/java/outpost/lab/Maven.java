package outpost.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Maven on this checkout, offline, as somebody would type it who builds it. */
public final class Maven {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Commands commands;

    Maven(Commands commands) {
        this.commands = commands;
        commands.transcript().show(program() + " -f " + checkout() + " -Dmaven.repo.local=" + repository(), "mvn");
    }

    /** Runs it to its end, however that is. */
    public Said run(String... words) {
        return commands.run(PATIENCE, all(words));
    }

    /** Runs it on a host of the lab, and with it all that it starts. */
    public Said run(Host host, String... words) {
        return host.run(PATIENCE, all(words).toArray(String[]::new));
    }

    private List<String> all(String... words) {
        List<String> all = new ArrayList<>(List.of(program(), "-f", checkout().toString()));
        all.add("-Dmaven.repo.local=" + repository());
        all.addAll(List.of("-o", "-B"));
        all.addAll(List.of(words));
        return all;
    }

    /** The folder that holds the project of all. */
    public Path checkout() {
        return Path.of(property("lab.checkout")).toAbsolutePath().normalize();
    }

    private static String program() {
        return property("lab.maven");
    }

    private static String repository() {
        return property("lab.repository");
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run the tests by Maven, with -Pnetwork");
        }
        return value;
    }
}
