package outpost.dns;

import outpost.core.netmap.Addresses;
import outpost.core.netmap.Self;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The text of resolv.conf: what another's says, and what this node writes. */
final class ResolvText {
    /** By its first line a file of this node is known, whatever became of the node. */
    private static final String MARK = "# Written by outpostd";

    /** The C library takes no more (resolv.conf(5) of old ones). */
    private static final int MOST_SEARCHED = 6;

    private ResolvText() {}

    static boolean isOurs(byte[] bytes) {
        return text(bytes).startsWith(MARK);
    }

    /** The nameservers that a file names, but for those at addresses of this node's services; in their order. */
    static List<InetAddress> nameservers(byte[] bytes) {
        return words(bytes, "nameserver")
                .map(Addresses::parse)
                .flatMap(Optional::stream)
                .filter(address -> !address.equals(Addresses.SERVICE) && !address.equals(Addresses.SERVICE_V6))
                .distinct()
                .toList();
    }

    /**
     * What this node writes: its own nameserver alone, its own names first, what was searched and set before behind them. The nameserver
     * is named in each family in which the node has an address: in another there is no way to it, and questions would leave the machine.
     */
    static byte[] ours(byte[] former, Self self, String kept) {
        String suffix = self.dnsSuffix();
        List<String> searched = new ArrayList<>(List.of(suffix));
        words(former, "search").filter(domain -> !searched.contains(domain)).forEach(searched::add);
        List<String> lines = new ArrayList<>();
        lines.add(MARK + "; what stood here before is kept in " + kept + " and comes back when it stops.");
        Stream.of(Addresses.SERVICE, Addresses.SERVICE_V6)
                .filter(service -> self.addresses().stream().anyMatch(own -> own.getClass() == service.getClass()))
                .forEach(service -> lines.add("nameserver " + Addresses.text(service)));
        lines.add("search " + String.join(" ", searched.subList(0, Math.min(MOST_SEARCHED, searched.size()))));
        text(former)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("options"))
                .forEach(lines::add);
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> words(byte[] bytes, String key) {
        return text(bytes)
                .lines()
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(words -> words.get(0).equals(key))
                .flatMap(words -> words.subList(1, words.size()).stream());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
