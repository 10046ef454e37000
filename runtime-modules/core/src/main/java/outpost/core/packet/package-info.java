/** What every reader and writer of IP packets computes alike. How packets are read is the business of those who answer them. */
package outpost.core.packet;
