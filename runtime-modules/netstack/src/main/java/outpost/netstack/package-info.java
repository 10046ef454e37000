/**
 * An IP stack in this process for the addresses of the node's own services: echo, datagrams and connections from whoever is on
 * this machine. It opens no device and knows no service; every byte that comes in is hostile.
 */
package outpost.netstack;
