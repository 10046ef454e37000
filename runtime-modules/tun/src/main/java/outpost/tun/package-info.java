/** The kernel's TUN device on Linux, by calls of the C library: opened while the node is up, gone when it is not. */
package outpost.tun;
