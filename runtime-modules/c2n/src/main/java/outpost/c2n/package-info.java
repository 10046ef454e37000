/** What the control side asks this node, and its answers. What is offered is the features' business. */
package outpost.c2n;
