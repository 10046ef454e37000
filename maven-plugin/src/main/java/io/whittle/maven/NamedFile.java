package io.whittle.maven;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds a file that a user names, such as the catalogue. Maven takes a relative path from each project's folder; who types one in a reactor
 * means the folder in which they stand.
 */
final class NamedFile {
    private NamedFile() {}

    static Path of(String name, Path project, Path here) {
        Path ofProject = project.resolve(name);
        Path typed = here.resolve(name);
        return !Files.exists(ofProject) && Files.exists(typed) ? typed : ofProject;
    }
}
