package outpost.core.service;

/**
 * Who is at the other end of a local connection, as the operating system says.
 *
 * @param user name of the user, or the number where it has no name
 * @param group name of the user's main group, or the number
 * @param mayWrite whether this user may change the node
 */
public record Caller(String user, String group, boolean mayWrite) {}
