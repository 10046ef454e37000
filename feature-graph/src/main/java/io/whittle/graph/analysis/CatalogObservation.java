package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;

import java.util.List;

/** Something that has to do with no platform. */
public sealed interface CatalogObservation extends Observation {
    /**
     * A check that no feature names.
     *
     * @param check the check
     * @param place of the check
     */
    record UnusedCheck(String check, Place place) implements CatalogObservation {
        @Override
        public Code code() {
            return Code.UNUSED_CHECK;
        }

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.CHECK, check);
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return "no feature names " + check + ", so it proves none: write it under 'checks' of the feature that it"
                    + " proves, or remove it";
        }
    }

    /**
     * A warning of the catalogue's reader.
     *
     * @param file the file's name
     * @param notice what the reader says
     */
    record Reading(String file, Notice notice) implements CatalogObservation {
        @Override
        public Code code() {
            return Code.READING;
        }

        @Override
        public Place place() {
            return notice.place();
        }

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.CATALOG, file);
        }

        @Override
        public String text(CatalogSource source, List<Platform> platforms) {
            return notice.text();
        }
    }
}
