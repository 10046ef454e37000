package io.whittle.maven;

import org.apache.maven.execution.MavenSession;

import java.util.List;
import java.util.Optional;

/** Arguments that commands which are told to a user want besides. */
final class CarriedArguments {
    private CarriedArguments() {}

    /** A catalogue that was named for this call must be named for theirs. */
    static List<String> of(MavenSession session) {
        return Optional.ofNullable(session.getRequest().getUserProperties().getProperty("whittle.catalog"))
                .map(file -> "-Dwhittle.catalog=" + (file.matches("[\\w./:-]+") ? file : "'" + file + "'"))
                .stream()
                .toList();
    }
}
