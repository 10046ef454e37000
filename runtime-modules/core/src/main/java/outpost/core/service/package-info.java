/**
 * What features offer one another through {@code Node.publish} and {@code Node.find}. Interfaces and their values only: whoever
 * provides them lives in a feature, and may be missing.
 */
package outpost.core.service;
