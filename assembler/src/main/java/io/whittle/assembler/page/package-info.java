/**
 * A report as a page: one HTML file that needs nothing else, made of the report's JSON.
 *
 * <p>Nothing here knows where a report comes from, what its words mean, or writes a file. What a report says is data in
 * the page and never markup.
 */
package io.whittle.assembler.page;
