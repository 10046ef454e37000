/** What lies in an image that stands, read from its {@code lib/modules} without running it: modules, sizes, what two images differ in. */
package io.whittle.assembler.jimage;
