package outpost.core.service;

/** Answers questions of DNS for those who take this node as their way out. */
public interface ExitDns {
    /** Begins to answer them. Until then they are refused. To be called while features start. */
    void serve();
}
