/**
 * Who is calling over a Unix socket, and who may change the node.
 * What a caller may do beyond that is not decided here.
 */
package outpost.unixsocketidentity;
