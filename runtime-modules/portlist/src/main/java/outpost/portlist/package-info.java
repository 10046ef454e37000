/**
 * Which TCP and UDP ports of this machine somebody listens on, and who, where the system says so: /proc on Linux, netstat
 * elsewhere. Parsers take text and give ports; only {@link outpost.portlist.PortSource} touches the machine.
 */
package outpost.portlist;
