package outpost.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import outpost.core.netmap.Addresses;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.Peer;
import outpost.core.netmap.Self;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions, and a netmap to ask about. */
final class Queries {
    static final Netmap NETMAP = new Netmap(
            new Self(
                    "gateway",
                    "tail.example",
                    Stream.of("100.64.0.1", "fd7a:115c:a1e0::1")
                            .map(text -> Addresses.parse(text).orElseThrow())
                            .toList(),
                    List.of(),
                    Optional.empty()),
            List.of(new Peer(
                    "printer",
                    List.of(Addresses.parse("100.64.0.7").orElseThrow()),
                    List.of(),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));

    private Queries() {}

    static Message query(String name, int type) {
        try {
            return Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN));
        } catch (TextParseException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> answers(Message message) {
        return message.getSection(Section.ANSWER).stream()
                .map(record -> Type.string(record.getType()) + " " + record.rdataToString())
                .toList();
    }
}
