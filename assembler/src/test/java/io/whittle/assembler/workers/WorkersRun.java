package io.whittle.assembler.workers;

import java.nio.file.Path;
import java.util.List;

/** A program that has a worker of a JDK link, and waits to be killed. */
final class WorkersRun {
    private WorkersRun() {}

    public static void main(String[] args) throws Exception {
        try (LinkWorkers workers = new LinkWorkers(1, System.err::println)) {
            workers.link(Path.of(args[0]), List.of("--version"));
        }
    }
}
