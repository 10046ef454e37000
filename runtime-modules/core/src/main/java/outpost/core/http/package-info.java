/**
 * HTTP/1.1 messages over a channel, bounded in every direction, and a small server of them. What is served, and to whom, is not
 * known here.
 */
package outpost.core.http;
