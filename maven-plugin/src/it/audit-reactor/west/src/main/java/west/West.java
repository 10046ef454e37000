package west;

/** Needs the other, and knows it by its name alone. */
public class West {
    public static Class<?> other() throws ClassNotFoundException {
        return Class.forName("east.East");
    }
}
