package outpost.netstack;

/** Why a packet is not answered. Each is counted. */
enum Drop {
    /** Shorter than its own headers say, or than any packet. */
    SHORT("short"),
    /** A version, header length or other field that no packet has. */
    MALFORMED("malformed"),
    CHECKSUM("checksum"),
    /** Part of a larger packet: nothing that is asked here needs that, and putting parts together is where others were attacked. */
    FRAGMENT("fragment"),
    /** Options of IPv4, a routing header of IPv6, or more headers than anybody needs. */
    OPTIONS("options"),
    /** To an address that is not the node's services'. */
    NOT_OURS("not-ours"),
    /** From an address that nobody can be answered at, or that is not of this machine. */
    SOURCE("source"),
    /** A protocol other than ICMP, UDP and TCP, or a message of ICMP that asks for nothing. */
    PROTOCOL("protocol"),
    /** To a port on which nobody listens. */
    CLOSED_PORT("closed-port"),
    /** More at once than is kept: connections, half-open ones, or answers with errors. */
    LIMIT("limit"),
    /** A segment that belongs to no connection, or not to where one is now. */
    OUT_OF_PLACE("out-of-place"),
    /** An answer longer than a packet. */
    TOO_LONG("too-long"),
    /** The device did not take it. */
    DEVICE("device");

    private final String word;

    Drop(String word) {
        this.word = word;
    }

    /** As figures name it. */
    String word() {
        return word;
    }
}
