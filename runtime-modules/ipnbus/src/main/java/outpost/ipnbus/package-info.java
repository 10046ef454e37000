/**
 * Tells whoever listens what the node goes through, line by line. Nothing is decided here.
 */
package outpost.ipnbus;
