/**
 * What the code needs, held against what the catalogue declares: findings, each with the places that prove it and the edit that
 * mends it, and the reports that tell them.
 *
 * <p>Nothing here reads bytecode, and nothing here knows jlink, Maven or processes.
 */
package io.whittle.assembler.audit;
