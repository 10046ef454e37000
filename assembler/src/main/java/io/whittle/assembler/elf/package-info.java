/**
 * What ELF files ask of the dynamic loader, and where the folder of a system has it. Nothing of that system is run, and nothing
 * outside of its folder is looked at. Knows no image, no JDK and no archive.
 */
package io.whittle.assembler.elf;
