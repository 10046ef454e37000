/**
 * What came of images, from their documents, wherever those were written: one value, told as JSON, Markdown, JUnit's XML and SARIF. Links and
 * asks nothing itself. A document that is missing, damaged or of another image is told, and makes nothing green.
 */
package io.whittle.assembler.report;
