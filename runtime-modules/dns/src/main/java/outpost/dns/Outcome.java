package outpost.dns;

/** What became of a question. Each is counted. */
enum Outcome {
    /** Answered from the netmap. */
    NETMAP,
    /** Answered with what another nameserver had said before. */
    CACHE,
    /** Answered by another nameserver. */
    FORWARDED,
    /** Handed on, and answered by nobody in time or not in a way that can be read. */
    UNANSWERED,
    /** There is nobody to hand it on to. */
    NOBODY_TO_ASK,
    /** Too many wait already. */
    TOO_MANY,
    /** Of a kind that is not answered here. */
    REFUSED,
    /** Not to be read, or not as a question has to be. */
    MALFORMED,
    /** No message, or an answer: not answered at all. */
    NO_QUESTION
}
