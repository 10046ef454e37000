/**
 * Addresses and routes on FreeBSD, OpenBSD and NetBSD: a table of the {@code ifconfig} and {@code route} commands each really
 * takes. When to run them is decided in {@code outpost.router}.
 */
package outpost.router.bsd;
