/**
 * Figures of the running node in the Prometheus text format, over the local API and, where it is asked for, over HTTP on
 * loopback. Nothing here measures: it asks the node when somebody asks.
 */
package outpost.metrics;
