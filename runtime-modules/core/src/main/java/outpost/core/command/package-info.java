/**
 * Commands of the operating system, run without a shell: what to run is a value, running it is bounded in time and output.
 * What a command means belongs to the feature that makes it, never here.
 */
package outpost.core.command;
