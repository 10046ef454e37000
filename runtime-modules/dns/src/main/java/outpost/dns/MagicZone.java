package outpost.dns;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import outpost.core.netmap.Addresses;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of one netmap, answered with authority: nodes by name, and names by address of the mesh. Immutable. */
final class MagicZone {
    /** Short, since a node may move from one address to another. */
    private static final long SECONDS = 60;

    /** Of the name of a whole address: its octets or digits, the two of the zone, and the root. */
    private static final int LABELS_V4 = 4 + 2 + 1;

    private static final int LABELS_V6 = 32 + 2 + 1;

    private final Name suffix;
    private final Map<Name, List<InetAddress>> addresses = new HashMap<>();
    private final Map<InetAddress, Name> names = new HashMap<>();

    /** @throws TextParseException if a name of the netmap is too long for DNS */
    MagicZone(Netmap netmap) throws TextParseException {
        suffix = Name.fromString(netmap.self().dnsSuffix() + ".");
        add(netmap.self().name(), netmap.self().addresses());
        for (Peer peer : netmap.peers()) {
            add(peer.name(), peer.addresses());
        }
    }

    private void add(String node, List<InetAddress> own) throws TextParseException {
        Name name = Name.fromString(node, suffix);
        addresses.put(name, own);
        own.forEach(address -> names.put(address, name));
    }

    /** The answer; empty where the question is about names that others keep. Time does not grow with the netmap. */
    Optional<Message> answer(Message query) {
        Record question = query.getQuestion();
        if (question.getName().subdomain(suffix)) {
            return Optional.of(forward(query, question));
        }
        return address(question.getName())
                .filter(address -> Addresses.inMesh(address) || isService(address))
                .map(address -> reverse(query, question, address));
    }

    private Message forward(Message query, Record question) {
        List<InetAddress> found = addresses.get(question.getName());
        if (found == null) {
            boolean apex = question.getName().equals(suffix);
            return reply(query, apex ? Rcode.NOERROR : Rcode.NXDOMAIN, List.of());
        }
        List<Record> records = new ArrayList<>();
        for (InetAddress address : found) {
            boolean v4 = address.getAddress().length == 4;
            if (question.getType() == (v4 ? Type.A : Type.AAAA)) {
                records.add(
                        v4
                                ? new ARecord(question.getName(), DClass.IN, SECONDS, address)
                                : new AAAARecord(question.getName(), DClass.IN, SECONDS, address));
            }
        }
        return reply(query, Rcode.NOERROR, records);
    }

    private Message reverse(Message query, Record question, InetAddress address) {
        Name name = names.get(address);
        if (name == null) {
            return reply(query, Rcode.NXDOMAIN, List.of());
        }
        List<Record> records = question.getType() == Type.PTR
                ? List.of(new PTRRecord(question.getName(), DClass.IN, SECONDS, name))
                : List.of();
        return reply(query, Rcode.NOERROR, records);
    }

    private Message reply(Message query, int code, List<Record> records) {
        Message reply = Replies.to(query, code);
        reply.getHeader().setFlag(Flags.AA);
        records.forEach(record -> reply.addRecord(record, Section.ANSWER));
        if (records.isEmpty()) {
            // Says for how long "no" may be remembered (RFC 2308).
            Name nobody = Name.root;
            reply.addRecord(
                    new SOARecord(suffix, DClass.IN, SECONDS, suffix, nobody, 1, SECONDS, SECONDS, SECONDS, SECONDS),
                    Section.AUTHORITY);
        }
        return reply;
    }

    private static boolean isService(InetAddress address) {
        return address.equals(Addresses.SERVICE) || address.equals(Addresses.SERVICE_V6);
    }

    private static Optional<InetAddress> address(Name name) {
        String text = name.toString().toLowerCase(Locale.ROOT);
        boolean v4 = text.endsWith(".in-addr.arpa.") && name.labels() == LABELS_V4;
        boolean v6 = text.endsWith(".ip6.arpa.") && name.labels() == LABELS_V6;
        if (!v4 && !v6) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReverseMap.fromName(name));
        } catch (UnknownHostException | RuntimeException noAddress) {
            return Optional.empty();
        }
    }
}
