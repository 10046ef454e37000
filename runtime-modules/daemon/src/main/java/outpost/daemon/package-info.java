/**
 * The daemon as a process: options, signals, exit codes. What a node does is in the core and in features.
 */
package outpost.daemon;
