/** What happened how often. Features count, and whoever is asked for figures reads; nothing here is kept over a restart. */
package outpost.core.count;
