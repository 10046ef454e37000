package outpost.core.netmap;

import outpost.core.event.Event;

import java.util.Optional;

/** A netmap that differs from the one before was read. */
public record NetmapChanged(Optional<Netmap> before, Netmap now) implements Event {}
