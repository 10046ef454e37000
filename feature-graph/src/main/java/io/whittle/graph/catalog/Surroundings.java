package io.whittle.graph.catalog;

import java.util.List;
import java.util.Locale;

/**
 * What the processes of a check find when they start.
 *
 * @param environment variables of every process, beside {@code PORT_NAME} for each port
 * @param properties system properties of every launcher that is started
 * @param files what is laid out first in the check's own folder
 * @param ports free ports that are handed in, by name
 */
public record Surroundings(
        List<Assignment> environment, List<Assignment> properties, List<LaidFile> files, List<Mention> ports) {
    public Surroundings {
        environment = List.copyOf(environment);
        properties = List.copyOf(properties);
        files = List.copyOf(files);
        ports = List.copyOf(ports);
    }

    /** The variable that a port is handed in as: {@code PORT_} and its name in capitals, with {@code _} for {@code -}. */
    public static String variableOf(String port) {
        return "PORT_" + port.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * A name and its value.
     *
     * @param name of an environment variable or a system property
     * @param value may be empty
     */
    public record Assignment(Mention name, Template value) {}
}
