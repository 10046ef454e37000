/**
 * Questions of DNS, answered from the netmap or by asking others, and the system's own list of nameservers. How packets come here
 * is nobody's business here.
 */
package outpost.dns;
