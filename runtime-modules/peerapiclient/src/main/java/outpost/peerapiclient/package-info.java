/** Requests to other nodes' HTTP interfaces. */
package outpost.peerapiclient;
