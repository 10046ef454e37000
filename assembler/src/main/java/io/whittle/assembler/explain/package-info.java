/**
 * Why a module or an artifact is in an image or not: which features reach it, by which chains of {@code requires}, and what
 * would change that.
 *
 * <p>Nothing is planned or linked here, so that images are explained that cannot be made, too.
 */
package io.whittle.assembler.explain;
