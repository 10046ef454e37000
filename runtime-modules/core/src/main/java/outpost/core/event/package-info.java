/**
 * The bus on which the node and its features tell what has changed, in one order for all.
 * Events themselves stand beside what they speak of.
 */
package outpost.core.event;
