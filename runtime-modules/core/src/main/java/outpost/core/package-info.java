/**
 * What a feature is, what a node offers it, and the node's life from start to close.
 * What features offer one another is in {@code service}. No feature's policy may live here.
 */
package outpost.core;
