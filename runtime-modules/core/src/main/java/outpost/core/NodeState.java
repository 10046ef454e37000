package outpost.core;

/** How far the node is. */
public enum NodeState {
    /** Nobody wants it to run. */
    STOPPED("stopped"),
    /** It is wanted, and waits for a netmap or for its activities to come up. */
    STARTING("starting"),
    RUNNING("running"),
    /** Its activities go down. */
    STOPPING("stopping");

    private final String word;

    NodeState(String word) {
        this.word = word;
    }

    /** The state's name in the local API and on a terminal. */
    public String word() {
        return word;
    }
}
