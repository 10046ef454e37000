package probe;

/** Tells what is in the image, and what the launcher passed on. */
public final class Probe {
    private Probe() {}

    public static void main(String[] args) {
        boolean logging = ModuleLayer.boot().findModule("java.logging").isPresent();
        System.out.println(System.getProperty("greeting") + "; logging " + (logging ? "in" : "out") + "; "
                + String.join(" | ", args));
    }
}
