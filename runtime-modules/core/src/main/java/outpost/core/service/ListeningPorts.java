package outpost.core.service;

import java.io.IOException;

/** Knows on which ports of this machine somebody listens. Safe for use by several threads. */
public interface ListeningPorts {
    /** How many there are now, TCP and UDP together. Asks the system each time. */
    int count() throws IOException;
}
