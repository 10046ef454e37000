package outpost.core;

import java.io.IOException;

/** No module of this image provides what a feature cannot do without. */
public final class MissingServiceException extends IOException {
    private static final long serialVersionUID = 1;

    MissingServiceException(Class<?> type) {
        super("nothing in this image provides " + type.getSimpleName());
    }
}
