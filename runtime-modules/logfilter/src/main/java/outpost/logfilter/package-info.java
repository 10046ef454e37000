/** Hides verbose lines on standard error, and nothing else. Nothing is kept here. */
package outpost.logfilter;
