package lamp;

final class Remote {
    private Remote() {}

    static void listen() {
        System.out.println("listening");
    }
}
