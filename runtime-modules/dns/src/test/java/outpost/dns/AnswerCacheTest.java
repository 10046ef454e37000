package outpost.dns;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

import java.net.InetAddress;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerCacheTest {
    private static final long SECOND = 1_000_000_000L;

    private final AnswerCache cache = new AnswerCache();

    @Test
    void anAnswerIsKeptForItsTimeAndRunsDown() throws Exception {
        cache.put(Queries.query("a.example.", Type.A), answer("a.example.", 30), 0);

        Message later =
                cache.find(Queries.query("A.Example.", Type.A), 10 * SECOND).orElseThrow();
        assertThat(Queries.answers(later)).containsExactly("A 192.0.2.1");
        assertThat(later.getSection(Section.ANSWER).get(0).getTTL()).isEqualTo(20);
        assertThat(cache.find(Queries.query("a.example.", Type.A), 30 * SECOND)).isEmpty();
        assertThat(cache.size()).isZero();
    }

    @Test
    void theAnswerHasTheNumberOfWhoAsks() throws Exception {
        cache.put(Queries.query("a.example.", Type.A), answer("a.example.", 30), 0);
        Message query = Queries.query("a.example.", Type.A);
        assertThat(cache.find(query, 0).orElseThrow().getHeader().getID())
                .isEqualTo(query.getHeader().getID());
    }

    @Test
    void noIsKeptAsTheZoneSays() throws Exception {
        Message query = Queries.query("no.example.", Type.A);
        Message no = Replies.to(query, Rcode.NXDOMAIN);
        cache.put(query, no, 0);
        assertThat(cache.size()).as("the zone says nothing").isZero();
        Name zone = Name.fromString("example.");
        no.addRecord(new SOARecord(zone, DClass.IN, 900, zone, zone, 1, 1, 1, 1, 60), Section.AUTHORITY);
        cache.put(query, no, 0);
        assertThat(cache.find(query, 59 * SECOND)).map(Message::getRcode).contains(Rcode.NXDOMAIN);
        assertThat(cache.find(query, 60 * SECOND)).isEmpty();
    }

    @Test
    void failuresCutAnswersAndThoseForNowAreNotKept() throws Exception {
        Message query = Queries.query("a.example.", Type.A);
        cache.put(query, Replies.to(query, Rcode.SERVFAIL), 0);
        cache.put(query, answer("a.example.", 0), 0);
        Message cut = answer("a.example.", 30);
        cut.getHeader().setFlag(Flags.TC);
        cache.put(query, cut, 0);
        assertThat(cache.size()).isZero();
    }

    @Test
    void nothingIsKeptForLongerThanAnHour() throws Exception {
        Message query = Queries.query("a.example.", Type.A);
        cache.put(query, answer("a.example.", Integer.MAX_VALUE), 0);
        assertThat(cache.find(query, 3_600 * SECOND)).isEmpty();
    }

    @Test
    void questionsThatAskForOtherThingsAreKeptApart() throws Exception {
        cache.put(Queries.query("a.example.", Type.A), answer("a.example.", 30), 0);
        Message unchecked = Queries.query("a.example.", Type.A);
        unchecked.getHeader().setFlag(Flags.CD);
        assertThat(cache.find(unchecked, 0)).isEmpty();
        assertThat(cache.find(Queries.query("a.example.", Type.AAAA), 0)).isEmpty();
    }

    @Test
    void aFloodOfNamesLeavesNoMoreThanTheLimit() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            Message query = Queries.query("n" + i + ".example.", Type.TXT);
            Message answer = Replies.to(query, Rcode.NOERROR);
            Name name = query.getQuestion().getName();
            for (int part = 0; part < 8; part++) {
                answer.addRecord(new TXTRecord(name, DClass.IN, 300, part + "x".repeat(250)), Section.ANSWER);
            }
            cache.put(query, answer, 0);
            cache.find(Queries.query("n0.example.", Type.TXT), 0);
        }
        assertThat(cache.size()).isBetween(100, AnswerCache.LIMIT / 2_000);
        assertThat(cache.find(Queries.query("n0.example.", Type.TXT), 0))
                .as("asked for all the time")
                .isPresent();
        assertThat(cache.find(Queries.query("n1.example.", Type.TXT), 0)).isEmpty();
    }

    @Test
    void smallAnswersAreReckonedWithWhatIsAroundThem() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            String name = "n" + i + ".example.";
            cache.put(Queries.query(name, Type.A), answer(name, 300), 0);
        }
        assertThat(cache.size()).isBetween(500, AnswerCache.LIMIT / AnswerCache.OVERHEAD);
    }

    @Test
    void whatIsReplacedForgottenOrTooOldIsReckonedNoLonger() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            cache.put(Queries.query("a.example.", Type.A), answer("a.example.", 30), i);
        }
        cache.find(Queries.query("a.example.", Type.A), 60 * SECOND);
        assertThat(cache.size()).isZero();
        smallAnswersAreReckonedWithWhatIsAroundThem();
        cache.clear();
        smallAnswersAreReckonedWithWhatIsAroundThem();
    }

    /** Five hundred records of sixteen bytes each: as objects they take ten times that. */
    @Test
    void anAnswerOfManyRecordsIsKeptInTheBytesThatItIsReckonedWith() throws Exception {
        int names = 400;
        Runtime runtime = Runtime.getRuntime();
        long before = used(runtime);
        for (int i = 0; i < names; i++) {
            Message query = Queries.query("n" + i + ".example.", Type.A);
            Message answer = Replies.to(query, Rcode.NOERROR);
            for (int record = 0; record < 480; record++) {
                InetAddress address =
                        InetAddress.getByAddress(new byte[] {10, (byte) i, (byte) (record >> 8), (byte) record});
                answer.addRecord(new ARecord(query.getQuestion().getName(), DClass.IN, 300, address), Section.ANSWER);
            }
            // As it comes from a nameserver: each record with a name of its own.
            cache.put(query, new Message(answer.toWire()), 0);
        }
        long after = used(runtime);
        assertThat(cache.size()).isGreaterThan(100);
        assertThat(after - before).isLessThan(2L * AnswerCache.LIMIT);
        assertThat(cache.find(Queries.query("n" + (names - 1) + ".example.", Type.A), SECOND)
                        .orElseThrow()
                        .getSection(Section.ANSWER))
                .hasSize(480)
                .allMatch(record -> record.getTTL() == 299);
    }

    /** Bytes of what can be reached: more than one collection may be needed until what was let go is gone. */
    private static long used(Runtime runtime) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static Message answer(String name, long seconds) throws Exception {
        Message answer = Replies.to(Queries.query(name, Type.A), Rcode.NOERROR);
        InetAddress address = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        answer.addRecord(new ARecord(Name.fromString(name), DClass.IN, seconds, address), Section.ANSWER);
        return answer;
    }
}
