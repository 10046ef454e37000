package outpost.core.http;

import java.io.IOException;

/** A request that is answered with an error. The message is sent to the caller. */
public final class HttpException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public HttpException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of the answer, 400 or above. */
    public int status() {
        return status;
    }
}
