/**
 * JSON in and out: bounded when read, sorted when written. The library behind it shows nowhere else.
 */
package outpost.core.json;
