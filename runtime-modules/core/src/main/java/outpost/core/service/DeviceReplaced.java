package outpost.core.service;

import outpost.core.event.Event;

/**
 * A device of the system is there again under its old name, and nothing that was set on the former one holds.
 *
 * @param device its name in the operating system
 */
public record DeviceReplaced(String device) implements Event {}
