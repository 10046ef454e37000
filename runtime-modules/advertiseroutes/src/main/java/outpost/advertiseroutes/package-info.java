/** Subnets behind this node, offered to the network. Who lets packets through is found as a service. */
package outpost.advertiseroutes;
