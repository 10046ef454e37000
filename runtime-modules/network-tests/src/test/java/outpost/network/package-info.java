/** What linked images of Outpost do in a network: asserted, and told in a transcript each. */
package outpost.network;
