/**
 * The local API: its socket, its permissions, and the routes that speak of the node itself.
 * Routes of other features are added by those features.
 */
package outpost.localapi;
