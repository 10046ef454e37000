/** Another node as the way out: routes to everywhere, and questions of DNS sent there. */
package outpost.useexitnode;
