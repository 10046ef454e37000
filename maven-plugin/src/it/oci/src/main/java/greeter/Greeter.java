package greeter;

public final class Greeter {
    private Greeter() {}

    public static void main(String[] args) {
        System.out.println("hello from the container");
    }
}
