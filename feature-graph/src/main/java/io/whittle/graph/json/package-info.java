/**
 * How the text of a JSON document is laid out. Knows nothing of what is in the documents; whoever writes one makes its
 * tree and has it spelled here.
 */
package io.whittle.graph.json;
