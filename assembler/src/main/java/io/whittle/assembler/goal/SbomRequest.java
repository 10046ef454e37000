package io.whittle.assembler.goal;

/**
 * What the goal that writes bills of materials is asked.
 *
 * @param link which images; they are linked where they do not stand as they would be
 * @param version of the project that links
 */
public record SbomRequest(LinkRequest link, String version) {}
