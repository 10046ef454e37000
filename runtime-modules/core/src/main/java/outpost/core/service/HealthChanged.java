package outpost.core.service;

import outpost.core.event.Event;

import java.util.List;

/** A problem came, went or changed its text. */
public record HealthChanged(List<Problem> problems) implements Event {
    public HealthChanged {
        problems = List.copyOf(problems);
    }
}
