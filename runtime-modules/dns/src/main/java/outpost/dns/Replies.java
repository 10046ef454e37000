package outpost.dns;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** What all answers have in common. */
final class Replies {
    /** Fits into a packet of every network of IPv6, with the headers before it. */
    static final int PAYLOAD = 1232;

    private Replies() {}

    /** An answer without records to a query that has one question: same number and question, recursion is there. */
    static Message to(Message query, int code) {
        Header asked = query.getHeader();
        Message reply = new Message(asked.getID());
        Header header = reply.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(asked.getOpcode());
        if (asked.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        if (asked.getFlag(Flags.CD)) {
            header.setFlag(Flags.CD);
        }
        header.setFlag(Flags.RA);
        header.setRcode(code & 0xf);
        Record question = query.getQuestion();
        if (question != null) {
            reply.addRecord(question, Section.QUESTION);
        }
        OPTRecord extended = query.getOPT();
        if (extended != null) {
            reply.addRecord(new OPTRecord(PAYLOAD, code >> 4, 0, extended.getFlags()), Section.ADDITIONAL);
        }
        return reply;
    }
}
