package outpost.core.event;

/** Something that has happened. Implemented by immutable records that carry all a listener needs to know. */
public interface Event {}
