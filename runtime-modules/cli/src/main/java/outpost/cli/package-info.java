/**
 * The commands of outpost: each is one call to the daemon and the printing of its answer.
 * Nothing about the node is decided here.
 */
package outpost.cli;
