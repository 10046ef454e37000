/** This node as a way out, offered to the network. Who lets packets through is found as a service. */
package outpost.advertiseexitnode;
