package teller;

/** Tells news. */
public final class Teller {
    private Teller() {}

    public static void main(String[] args) {
        if (args.length == 0) {
            System.out.println("nothing to tell");
        } else {
            Journal.write(args[0]);
            System.out.println("told");
        }
    }
}
