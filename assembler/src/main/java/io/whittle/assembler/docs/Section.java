package io.whittle.assembler.docs;

import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;

import java.util.Optional;

/**
 * A section between its marks.
 *
 * @param kind what it tells
 * @param place of the mark that begins it
 * @param profile which profile, where the mark says so
 * @param platform which platform, where the mark says so
 * @param jdk of which feature version of the JDK its figures are, where the mark says so
 * @param template a template of the user's own, where the mark says so
 * @param begin offset in the text behind the line of the mark that begins it
 * @param end offset in the text of the line of the mark that ends it
 * @param lineEnd what ends lines there
 */
public record Section(
        SectionKind kind,
        Place place,
        Optional<Mention> profile,
        Optional<Mention> platform,
        Optional<Mention> jdk,
        Optional<Mention> template,
        int begin,
        int end,
        String lineEnd) {}
