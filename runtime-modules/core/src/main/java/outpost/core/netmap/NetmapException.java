package outpost.core.netmap;

import java.io.IOException;

/** A netmap that cannot be used. The message names the value and what is wrong with it. */
public final class NetmapException extends IOException {
    private static final long serialVersionUID = 1L;

    NetmapException(String message) {
        super(message);
    }

    NetmapException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
