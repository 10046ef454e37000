/**
 * Addresses and routes on Linux, by {@code ip} of iproute2. Only the table of commands is here; when to run them is decided in
 * {@code outpost.router}.
 */
package outpost.router.linux;
