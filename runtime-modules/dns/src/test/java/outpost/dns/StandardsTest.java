package outpost.dns;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages and rules as the standards print them. */
class StandardsTest {
    private final Answering answering = new Answering(Runnable::run, new AnswerCache());

    @BeforeEach
    void begin() throws IOException {
        answering.zone(Optional.of(new MagicZone(Queries.NETMAP)));
    }

    /** RFC 8484, section 4.2.2: what answers its question for www.example.com, AAAA. */
    private static final String RFC_8484_ANSWER =
            "000081800001000100000000" + "03777777076578616d706c6503636f6d00001c0001" + "c00c001c000100000e7d0010"
                    + "20010db8abcd00120001000200030004";

    @Test
    void theQuestionsOfRfc8484AreReadAndHandedOn() throws IOException {
        // Section 4.1.1: www.example.com, once as the parameter of GET and once as the body of POST; and a name with a
        // long label.
        byte[] get = Base64.getUrlDecoder().decode("AAABAAABAAAAAAAAA3d3dwdleGFtcGxlA2NvbQAAAQAB");
        byte[] post =
                HexFormat.of().parseHex("000001000001000000000000" + "03777777076578616d706c6503636f6d0000010001");
        byte[] longLabel = Base64.getUrlDecoder()
                .decode(
                        "AAABAAABAAAAAAAAAWE-NjJjaGFyYWN0ZXJsYWJlbC1tYWtlcy1iYXNlNjR1cmwtZGlzdGluY3QtZnJvbS1zdGFuZGFyZC1i"
                                + "YXNlNjQHZXhhbXBsZQNjb20AAAEAAQ");
        assertThat(get).isEqualTo(post);
        assertThat(nameOf(get)).isEqualTo("www.example.com.");
        assertThat(nameOf(longLabel))
                .isEqualTo("a.62characterlabel-makes-base64url-distinct-from-standard-base64.example.com.");
    }

    @Test
    void theAnswerOfRfc8484ComesBackAsItIsPrinted() throws IOException {
        byte[] printed = HexFormat.of().parseHex(RFC_8484_ANSWER);
        answering.wayOut(Optional.of(new PlayedWayOut(query -> printed)));
        byte[] query =
                HexFormat.of().parseHex("000001000001000000000000" + "03777777076578616d706c6503636f6d00001c0001");
        assertThat(answering.answer(query).join()).isEqualTo(printed);
    }

    @Test
    void timesOfMoreThan31BitsAreNone() {
        // RFC 2181, section 8: so the answer is not kept, and whoever asks again hears the next one.
        byte[] printed = HexFormat.of().parseHex(RFC_8484_ANSWER.replace("00000e7d", "80000e7d"));
        answering.wayOut(Optional.of(new PlayedWayOut(query -> printed)));
        byte[] query =
                HexFormat.of().parseHex("000001000001000000000000" + "03777777076578616d706c6503636f6d00001c0001");
        assertThat(answering.answer(query).join()).hasSameSizeAs(printed);
        assertThat(answering.answer(query).join()).hasSameSizeAs(printed);
        assertThat(answering.outcomes().of(Outcome.FORWARDED)).isEqualTo(2);
    }

    /** RFC 4343, section 3: case is no difference, and section 4.1: it is kept. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRINTER.TAIL.EXAMPLE.",
                "printer.tail.example.",
                "pRiNtEr.Tail.eXample.",
                "\\112rinter.tail.example."
            })
    void caseIsNoDifferenceAndIsKept(String name) throws IOException {
        Message answer = ask(Queries.query(name, Type.A).toWire());
        assertThat(Queries.answers(answer)).containsExactly("A 100.64.0.7");
        assertThat(answer.getSection(Section.ANSWER).get(0).getName().toString())
                .isEqualTo(name.replace("\\112", "p"));
    }

    /** RFC 4343, section 3: bytes that differ only in what ASCII calls case, and are no letters, differ. */
    @Test
    void bytesThatAreNoLettersHaveNoCase() throws IOException {
        assertThat(ask(Queries.query("printe\\210.tail.example.", Type.A).toWire())
                        .getRcode())
                .isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void anExtensionOfALaterVersionIsToldSo() throws IOException {
        // RFC 6891, section 6.1.3.
        Message answer = ask(extended(1));
        assertThat(answer.getRcode()).isEqualTo(Rcode.BADVERS);
        assertThat(answer.getOPT().getVersion())
                .as("the one that is known here")
                .isZero();
        assertThat(ask(extended(0)).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void twoExtensionsAreAFault() throws IOException {
        // RFC 6891, section 6.1.1.
        Message twice = new Message(extended(0));
        twice.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
        assertThat(ask(twice.toWire()).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    @Test
    void noExtensionMeansNoExtensionInTheAnswer() throws IOException {
        // RFC 6891, section 7.
        assertThat(ask(Queries.query("printer.tail.example.", Type.A).toWire()).getOPT())
                .isNull();
        assertThat(ask(extended(0)).getOPT().getPayloadSize()).isEqualTo(1232);
    }

    @Test
    void moreThanOneQuestionIsAFault() throws IOException {
        // RFC 9619, section 4.
        Message two = Queries.query("printer.tail.example.", Type.A);
        two.addRecord(two.getQuestion(), Section.QUESTION);
        assertThat(ask(two.toWire()).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    @Test
    void namesThatPointBackAsInRfc1035AreRead() throws IOException {
        // Section 4.1.4: F.ISI.ARPA at 20, FOO with a pointer there at 40; here as the answer to the question for the
        // first.
        ByteBuffer bytes = ByteBuffer.allocate(128);
        bytes.put(HexFormat.of().parseHex("000081800001000200000000"));
        bytes.put(HexFormat.of().parseHex("0146034953490441525041000001" + "0001"));
        bytes.put(HexFormat.of().parseHex("c00c000500010000003c0006" + "03464f4fc00c"));
        bytes.put(HexFormat.of().parseHex("03464f4fc00c000100010000003c0004c0000250"));
        byte[] answer = new byte[bytes.position()];
        bytes.get(0, answer);
        answering.wayOut(Optional.of(new PlayedWayOut(query -> answer)));
        assertThat(Queries.answers(ask(Queries.query("F.ISI.ARPA.", Type.A).toWire())))
                .containsExactly("CNAME FOO.F.ISI.ARPA.", "A 192.0.2.80");
    }

    private static byte[] extended(int version) {
        Message query = Queries.query("printer.tail.example.", Type.A);
        query.addRecord(new OPTRecord(4096, 0, version), Section.ADDITIONAL);
        return query.toWire();
    }

    private String nameOf(byte[] query) throws IOException {
        return ask(query).getQuestion().getName().toString();
    }

    private Message ask(byte[] query) throws IOException {
        return new Message(answering.answer(query).join());
    }
}
