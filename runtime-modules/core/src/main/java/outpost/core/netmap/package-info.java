/**
 * Who is in the network: the netmap as immutable values, its reader, and the addresses it speaks of.
 * What is done with it is for features.
 */
package outpost.core.netmap;
