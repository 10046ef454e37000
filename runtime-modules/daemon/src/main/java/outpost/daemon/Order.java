package outpost.daemon;

import outpost.core.NodeConfig;

/** What the command line asks for. */
sealed interface Order {
    record Help() implements Order {}

    record ShowVersion() implements Order {}

    record Run(NodeConfig config) implements Order {}
}
