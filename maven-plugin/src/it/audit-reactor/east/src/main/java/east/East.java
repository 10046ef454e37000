package east;

/** Needs the other, and knows it by its name alone. */
public class East {
    public static Class<?> other() throws ClassNotFoundException {
        return Class.forName("west.West");
    }
}
