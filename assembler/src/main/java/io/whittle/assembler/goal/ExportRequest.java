package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;

/**
 * What the export goal is asked.
 *
 * @param catalog the file
 * @param format {@code dot} or {@code json}
 * @param profiles names of profiles to draw; the one word {@code all} stands for every one; none for the catalogue alone
 * @param platforms platforms as the catalogue spells them, for profiles
 * @param output the folder for the catalogue, under which each profile and platform has its own
 */
public record ExportRequest(Path catalog, String format, List<String> profiles, List<String> platforms, Path output) {
    public ExportRequest {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
    }
}
