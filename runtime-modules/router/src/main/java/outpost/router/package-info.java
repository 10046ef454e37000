/**
 * What every operating system's router shares: what shall hold on the mesh device, and getting there by the difference alone.
 * Which commands a system takes belongs to its own module.
 */
package outpost.router;
