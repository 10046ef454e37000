/** A device of WireGuard, driven through its control socket; the program that is the device is another's. */
package outpost.wireguard;
