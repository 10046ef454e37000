package outpost.iptables;

/** What becomes of the chains. Each is counted, of both families together. */
enum Outcome {
    /** They were filled anew. */
    FILLED,
    /** The system did not take what they were to be filled with. */
    REFUSED,
    /** They were taken away. */
    REMOVED,
    /** They could not be taken away, and the next start tries again. */
    LEFT
}
