/** Forwarding and masquerading on Linux, in chains of this node's own. */
package outpost.iptables;
