package resolver;

import packets.Packets;

public final class Resolve {
    private Resolve() {}

    public static void main(String[] args) {
        System.out.println(Packets.ask(args[0]));
    }
}
