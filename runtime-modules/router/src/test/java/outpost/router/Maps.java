package outpost.router;

import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;
import outpost.core.netmap.Self;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Netmaps in few words. */
final class Maps {
    private Maps() {}

    static Netmap map(List<String> own, Peer... peers) {
        var self = new Self("me", "tail.example", addresses(own), List.of(), Optional.empty());
        return new Netmap(self, List.of(peers));
    }

    static Peer peer(String name, String... addresses) {
        return new Peer(
                name,
                addresses(List.of(addresses)),
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static InetAddress address(String text) {
        return Addresses.parse(text).orElseThrow();
    }

    static IpPrefix range(String text) {
        return IpPrefix.parse(text).orElseThrow();
    }

    static List<IpPrefix> ranges(String... texts) {
        return Stream.of(texts).map(Maps::range).toList();
    }

    private static List<InetAddress> addresses(List<String> texts) {
        return texts.stream().map(Maps::address).toList();
    }
}
