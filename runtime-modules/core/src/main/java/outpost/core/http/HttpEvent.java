package outpost.core.http;

/** What a server counts. */
public enum HttpEvent {
    /** A request that was read whole; whatever it was answered. */
    SERVED,
    /** A request that could not be read, or is larger than the limits. */
    MALFORMED,
    /** A connection of somebody who is not let in. */
    REFUSED,
    /** A connection too many. */
    FULL,
    /** A connection that asked nothing, and had to make room for another. */
    PUSHED_OUT,
    /** A connection on which nothing was asked for too long. */
    IDLE,
    /** A client that took too long to send a request, or to take an answer. */
    SLOW
}
