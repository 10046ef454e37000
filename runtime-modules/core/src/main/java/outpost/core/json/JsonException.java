package outpost.core.json;

import java.io.IOException;

/** A text that is not the JSON somebody expected. */
public final class JsonException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String place;

    JsonException(String place, String problem) {
        super(place.isEmpty() ? problem : place + ": " + problem);
        this.place = place;
    }

    /** Where in the document, such as {@code peers[3].name}; empty when it is the text as a whole. */
    public String place() {
        return place;
    }
}
