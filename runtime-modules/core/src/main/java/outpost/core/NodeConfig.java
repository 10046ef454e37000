package outpost.core;

import java.nio.file.Path;

/**
 * With what a node is started.
 *
 * @param state folder of the node's state, made where it does not exist
 * @param netmap file of the netmap; it may appear later
 */
public record NodeConfig(Path state, Path netmap, Settings settings) {}
