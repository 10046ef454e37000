/** What a program is told of its features: constants for the compiler, and a resource at run time. */
package io.whittle.assembler.generate;
