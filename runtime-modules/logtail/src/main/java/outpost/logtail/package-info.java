/**
 * Keeps the log on disk, in a bounded number of files of bounded size, and passes what is not verbose on to standard error.
 * A disk that is full or cannot be written must never stop the daemon.
 */
package outpost.logtail;
