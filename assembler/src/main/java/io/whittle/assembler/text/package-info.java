/**
 * Text of others, made fit for where it is shown: a terminal, Markdown. Knows nothing of what the text is about.
 */
package io.whittle.assembler.text;
