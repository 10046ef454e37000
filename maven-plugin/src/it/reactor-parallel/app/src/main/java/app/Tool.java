package app;

import java.util.ServiceLoader;

/** Does what is there to do. */
public final class Tool {
    private Tool() {}

    public static void main(String[] args) {
        System.out.println("tool");
        ServiceLoader.load(Runnable.class).forEach(Runnable::run);
    }
}
