package outpost.core;

import outpost.core.event.Event;

/** Every feature has started. Sent once. */
public record NodeReady() implements Event {}
