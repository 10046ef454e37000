package outpost.dns;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class MagicZoneTest {
    private static Optional<Message> ask(String name, int type) throws Exception {
        return new MagicZone(Queries.NETMAP).answer(Queries.query(name, type));
    }

    @Test
    void nodesAreFoundByNameWhateverTheCase() throws Exception {
        Message answer = ask("Printer.TAIL.example.", Type.A).orElseThrow();
        assertThat(Queries.answers(answer)).containsExactly("A 100.64.0.7");
        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answer.getSection(Section.ANSWER).get(0).getName())
                .as("as it was asked")
                .hasToString("Printer.TAIL.example.");
        assertThat(Queries.answers(ask("gateway.tail.example.", Type.AAAA).orElseThrow()))
                .containsExactly("AAAA fd7a:115c:a1e0:0:0:0:0:1");
    }

    @Test
    void aNameWithoutSuchARecordIsThereAllTheSame() throws Exception {
        Message answer = ask("printer.tail.example.", Type.AAAA).orElseThrow();
        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
        assertThat(answer.getSection(Section.AUTHORITY))
                .extracting(record -> record.getType())
                .containsExactly(Type.SOA);
        assertThat(ask("tail.example.", Type.A).orElseThrow().getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void whatTheNetmapDoesNotKnowIsNot() throws Exception {
        assertThat(ask("nobody.tail.example.", Type.A).orElseThrow().getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("deeper.printer.tail.example.", Type.A).orElseThrow().getRcode())
                .isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void addressesOfTheMeshHaveNames() throws Exception {
        assertThat(Queries.answers(ask("7.0.64.100.in-addr.arpa.", Type.PTR).orElseThrow()))
                .containsExactly("PTR printer.tail.example.");
        String six = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.e.1.a.c.5.1.1.a.7.d.f.ip6.arpa.";
        assertThat(Queries.answers(ask(six, Type.PTR).orElseThrow())).containsExactly("PTR gateway.tail.example.");
        assertThat(ask("9.0.64.100.in-addr.arpa.", Type.PTR).orElseThrow().getRcode())
                .isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("100.100.100.100.in-addr.arpa.", Type.PTR).orElseThrow().getRcode())
                .isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void othersAreAskedForAllElse() throws Exception {
        for (String name : new String[] {
            "example.", "nottail.example.", "com.", "1.2.0.192.in-addr.arpa.", "x.in-addr.arpa.", "64.100.in-addr.arpa."
        }) {
            assertThat(ask(name, Type.A)).as(name).isEmpty();
        }
    }
}
