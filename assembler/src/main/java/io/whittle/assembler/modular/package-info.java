/**
 * Jars that are not modules made into modules: a descriptor from what their code uses, and a copy that has it. What is found is never touched.
 */
package io.whittle.assembler.modular;
