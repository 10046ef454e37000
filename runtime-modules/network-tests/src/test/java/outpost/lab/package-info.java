/**
 * A network of network namespaces in which nodes of linked images run, with a control side, a nameserver and captures. All of it
 * needs root, and leaves nothing behind. Everything that is done is a command that a reader can repeat, and stands in a transcript.
 */
package outpost.lab;
