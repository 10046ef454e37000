/**
 * An icon in the desktop's tray that shows the node's state and changes it. Machines without a display are the rule: nothing of
 * the windowing system is touched there.
 */
package outpost.desktop;
