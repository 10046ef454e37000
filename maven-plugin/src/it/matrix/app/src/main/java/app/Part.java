package app;

/** Something the player can do. */
public interface Part {
    String name();
}
