/**
 * Keeps the problems that the node and its features report. What counts as a problem is for them to say.
 */
package outpost.health;
