package outpost.core;

import outpost.core.event.Event;

/** The node went from one state to another, or somebody changed whether it should run. */
public record StateChanged(NodeState before, NodeState now, boolean wantRunning) implements Event {}
