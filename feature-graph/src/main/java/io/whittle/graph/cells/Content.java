package io.whittle.graph.cells;

/**
 * All by which an image differs from others of its platform. Rows with equal texts are one cell.
 *
 * @param text what is in the image and how it is made, spelt out; no name of a profile, no path, nothing that is put in for people
 * @param basis what the text was read from
 * @param cost what the image is reckoned to cost, in modules and jars
 */
public record Content(String text, Basis basis, long cost) {
    /** What tells images apart. */
    public enum Basis {
        /** What the catalogue says alone, where no modules are at hand. */
        RESOLUTION("resolution"),
        /** What would be linked. */
        PLAN("plan");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        /** As documents spell it. */
        public String word() {
            return word;
        }
    }

    /** A hash of it, by which a cell is asked for. */
    public String id() {
        return Cell.hash(text);
    }
}
