/**
 * What a build tool asks for, one call a goal: parameters in, documents and images out, every fault in one exception.
 *
 * <p>Nothing here knows which build tool asks. What a goal does is in the packages it calls.
 */
package io.whittle.assembler.goal;
