/** The HTTP interface for other nodes: who may ask, and what is answered. */
package outpost.peerapiserver;
