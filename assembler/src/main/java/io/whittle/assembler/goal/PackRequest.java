package io.whittle.assembler.goal;

import java.util.List;

/**
 * What the goal that packs images is asked.
 *
 * @param link which images; they are linked where they do not stand as they would be
 * @param artifact the project's own name, with which the names of archives begin
 * @param version the project's version
 * @param formats {@code tar.gz}, {@code tar.zst}, {@code zip}; empty for what is usual on each image's platform
 */
public record PackRequest(LinkRequest link, String artifact, String version, List<String> formats) {
    public PackRequest {
        formats = List.copyOf(formats);
    }
}
