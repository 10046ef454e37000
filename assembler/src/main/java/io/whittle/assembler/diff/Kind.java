package io.whittle.assembler.diff;

/** What one side of a comparison is. */
public enum Kind {
    /** A catalogue, with what its profiles come to. */
    CATALOG("catalogue"),
    /** An accepted state. */
    LOCK("lock"),
    /** What a build has left of all its images. */
    OUTPUT("output"),
    /** What a build has left of one image. */
    IMAGE("image");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As documents and people spell it. */
    public String word() {
        return word;
    }
}
