/**
 * The accepted state: what each profile came to on each platform when somebody last looked at it and agreed, its file
 * {@code whittle.lock}, and how what is linked now differs from it.
 *
 * <p>Nothing here links, or decides what a difference leads to.
 */
package io.whittle.assembler.lock;
