package io.whittle.assembler.goal;

import io.whittle.assembler.link.ImageLink;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a killed build left: images half made, or half replaced. Every goal finishes or undoes that first, for all profiles
 * and platforms, before anything else can fail.
 */
final class Leftovers {
    private Leftovers() {}

    /** Clears up below an output folder; for whoever holds its lock. Costs a look at two levels of folders. */
    static void clear(Path output) throws IOException {
        for (Path profile : folders(output)) {
            for (Path platform : folders(profile)) {
                if (isUnfinished(platform)) {
                    new ImageLink(platform).recover();
                }
            }
        }
    }

    /** Clears up, unless a build that lives is at work there; what it has in hand is no leftover. */
    static void clearIfNobodyBuilds(Path output) throws IOException {
        if (!Files.isDirectory(output)) {
            return;
        }
        try (BuildLock lock = BuildLock.ifFree(output).orElse(null)) {
            if (lock != null) {
                clear(output);
            }
        }
    }

    private static boolean isUnfinished(Path platform) throws IOException {
        try (DirectoryStream<Path> images = Files.newDirectoryStream(platform, "image.{new*,old,replacing}")) {
            return images.iterator().hasNext();
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, Files::isDirectory)) {
            children.forEach(folders::add);
        }
        return folders;
    }
}
