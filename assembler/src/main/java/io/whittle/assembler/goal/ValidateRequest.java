package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;

/**
 * What the validate goal is asked.
 *
 * @param catalog the file
 * @param platforms platforms as the catalogue spells them; none: those that its profiles are made for, or else the host's
 * @param output the folder into which the document goes
 * @param failOnWarnings whether warnings are as bad as errors
 */
public record ValidateRequest(Path catalog, List<String> platforms, Path output, boolean failOnWarnings) {
    public ValidateRequest {
        platforms = List.copyOf(platforms);
    }
}
