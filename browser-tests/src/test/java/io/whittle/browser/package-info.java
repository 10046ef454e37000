/** The report's page in Chromium: clicked, typed into, looked at on a phone and in the dark, as a person would. */
package io.whittle.browser;
