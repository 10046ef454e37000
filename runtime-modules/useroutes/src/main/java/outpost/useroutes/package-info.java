/** Subnets that others offer, handed on to whoever sets the system's routes. */
package outpost.useroutes;
