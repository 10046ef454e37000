/** What tests of several packages share. */
package io.whittle.graph.testing;
