package io.whittle.assembler.goal;

import io.whittle.assembler.docs.MarkedFile;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.Notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Fills in the marked sections of Markdown files, or tells which of them are stale. */
public final class DocsGoal {
    private final DocsRequest request;
    private final Progress progress;
    private final List<String> faults = new ArrayList<>();

    private record Filled(Path file, FilledSections sections) {}

    private DocsGoal(DocsRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException with everything that stands against it, or with every section that is stale where they are checked; then
     *     no file is written
     */
    public static void run(DocsRequest request, Progress progress) throws GoalException, IOException {
        new DocsGoal(request, progress).run();
    }

    private void run() throws GoalException, IOException {
        if (request.files().isEmpty()) {
            throw new GoalException(List.of("whittle.docs is not set: which files shall be looked at?\n"
                    + "  Name Markdown files with marks in them, several separated by commas, such as"
                    + " -Dwhittle.docs=docs/features.md. A mark is a line such as\n"
                    + "    <!-- whittle:features profile=small platform=linux/amd64 -->\n"
                    + "  and the section ends with the line\n"
                    + "    <!-- /whittle -->"));
        }
        CatalogReading reading = Resolutions.read(request.catalog());
        SectionFiller filler = new SectionFiller(reading.catalog(), request, faults);
        List<Filled> all = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(request.files())) {
            fill(file, filler, all);
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        filler.notes().forEach(progress::say);
        if (request.check()) {
            check(all);
        } else {
            write(all);
        }
    }

    private void fill(Path file, SectionFiller filler, List<Filled> all) throws IOException {
        try {
            MarkedFile marked = MarkedFile.of(file, text(file));
            for (Notice fault : marked.faults()) {
                faults.add(fault.render(marked.source(), "error"));
            }
            if (marked.sections().isEmpty() && marked.faults().isEmpty()) {
                faults.add(file
                        + " has no marks, so there is nothing to fill in.\n  Put one where a table belongs, such as\n"
                        + "    <!-- whittle:features profile=small platform=linux/amd64 -->\n    <!-- /whittle -->");
            }
            all.add(new Filled(file, filler.fill(marked)));
        } catch (GoalException unreadable) {
            faults.addAll(unreadable.faults());
        }
    }

    // A mark of the encoding at its beginning belongs to the bytes that stay.
    private static String text(Path file) throws GoalException, IOException {
        String bare = TextFile.read(file, "whittle.docs");
        String begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = new String(in.readNBytes(3), StandardCharsets.UTF_8);
        }
        return begin.equals("\uFEFF") ? begin + bare : bare;
    }

    private void check(List<Filled> all) throws GoalException {
        List<String> stale = new ArrayList<>();
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (Filled filled : all) {
            for (String section : filled.sections().stale()) {
                stale.add(section);
                names.add(name(filled.file()));
            }
        }
        if (!stale.isEmpty()) {
            stale.add("Fill " + (names.size() == 1 ? "it" : "them") + " in anew with\n    " + request.command()
                    + " -Dwhittle.docs=" + String.join(",", names));
            throw new GoalException(stale);
        }
        all.forEach(filled -> progress.say(name(filled.file()) + " is up to date: "
                + count(filled.sections().count()) + filled.sections().skipped()));
    }

    private void write(List<Filled> all) throws IOException {
        List<WholeFile> files = new ArrayList<>();
        try {
            for (Filled filled : all) {
                // A link to a file stays one.
                Path file = filled.file().toRealPath();
                Path beside = file.resolveSibling(
                        file.getFileName() + ".new-" + ProcessHandle.current().pid());
                files.add(
                        WholeFile.prepare(file, beside, filled.sections().text().getBytes(StandardCharsets.UTF_8)));
            }
            for (WholeFile file : files) {
                file.appear();
            }
        } finally {
            for (WholeFile file : files) {
                file.close();
            }
        }
        for (Filled filled : all) {
            int changed = filled.sections().stale().size();
            progress.say(name(filled.file()) + ": " + count(filled.sections().count()) + ", "
                    + (changed == 0 ? "none" : String.valueOf(changed)) + " changed");
        }
    }

    private static String count(int sections) {
        return sections + (sections == 1 ? " section" : " sections");
    }

    private static String name(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(here) ? here.relativize(path) : path).toString().replace('\\', '/');
    }
}
