/**
 * What the node remembers across a restart, in one folder on disk. What the bytes mean is not known here.
 */
package outpost.core.state;
