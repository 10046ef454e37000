package outpost.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.Optional;

/**
 * Which messages are answered with an error, and which. What the header tells of itself is looked at before anything is read, so that
 * a message of many records, or of one that says so, costs nothing.
 */
final class Refusals {
    static final int HEADER = 12;

    /** The extension, a signature, and something to spare. */
    private static final int MOST_ADDITIONAL = 4;

    private Refusals() {}

    /** Whether the bytes are a message that may be answered; to answer an answer would begin a loop. */
    static boolean isQuestion(byte[] bytes) {
        return bytes.length >= HEADER && (bytes[2] & 0x80) == 0;
    }

    /** The error that the header earns already; empty where the message is worth being read. */
    static Optional<Message> byHeader(byte[] bytes) {
        if ((bytes[2] >> 3 & 0xf) != Opcode.QUERY) {
            return Optional.of(bare(bytes, Rcode.NOTIMP));
        }
        boolean plausible = count(bytes, Section.QUESTION) == 1
                && count(bytes, Section.ANSWER) == 0
                && count(bytes, Section.AUTHORITY) == 0
                && count(bytes, Section.ADDITIONAL) <= MOST_ADDITIONAL;
        return plausible ? Optional.empty() : Optional.of(bare(bytes, Rcode.FORMERR));
    }

    private static int count(byte[] bytes, int section) {
        int at = 4 + 2 * section;
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    /** An answer with nothing but the number and the error, to what was not read. */
    static Message bare(byte[] bytes, int code) {
        Message reply = new Message((bytes[0] & 0xff) << 8 | bytes[1] & 0xff);
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setOpcode(bytes[2] >> 3 & 0xf);
        reply.getHeader().setRcode(code);
        return reply;
    }

    /** The error that a message earns that was read; {@link Rcode#NOERROR} where it is to be answered. */
    static int code(Message query) {
        Record question = query.getQuestion();
        if (question == null) {
            // The header counts one that is not there: the library reads a message that says it is cut off as far as it
            // goes.
            return Rcode.FORMERR;
        }
        int extensions = 0;
        for (Record record : query.getSection(Section.ADDITIONAL)) {
            if (record instanceof OPTRecord extension) {
                extensions++;
                // RFC 6891 6.1.3
                if (extension.getVersion() > 0) {
                    return Rcode.BADVERS;
                }
            }
        }
        if (extensions > 1) {
            // RFC 6891 6.1.1
            return Rcode.FORMERR;
        }
        boolean whole =
                question.getType() == Type.AXFR || question.getType() == Type.IXFR || question.getType() == Type.ANY;
        return whole || question.getDClass() != DClass.IN ? Rcode.REFUSED : Rcode.NOERROR;
    }
}
