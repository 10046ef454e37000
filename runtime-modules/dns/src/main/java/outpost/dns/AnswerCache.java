package outpost.dns;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Answers of others, kept as long as they say and no longer than an hour; of too many the one that was asked for longest ago goes.
 * "No" is kept as RFC 2308 says. Safe for use by several threads.
 */
final class AnswerCache {
    /** The most bytes of heap that all answers together take, as they are reckoned: each its wire form and {@link #OVERHEAD}. */
    static final int LIMIT = 1 << 20;

    /** More than all objects around the bytes of one answer take: its question with a name of any length, its place in the table. */
    static final int OVERHEAD = 1024;

    private static final int LARGEST = 8 * 1024;
    private static final long MOST_SECONDS = 3_600;
    private static final long NANOS = 1_000_000_000L;

    private record Key(Name name, int type, boolean checkingDisabled, boolean signatures) {}

    /** The answer as it would be sent: as objects it would take many times that, and nobody could say how many. */
    private record Kept(byte[] answer, long since, long seconds) {
        int bytes() {
            return answer.length + OVERHEAD;
        }
    }

    private final LinkedHashMap<Key, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    /** An answer to the same question as it would come now, its times run down; empty where none is kept. */
    synchronized Optional<Message> find(Message query, long nanos) {
        Key key = key(query);
        Kept kept = answers.get(key);
        if (kept == null) {
            return Optional.empty();
        }
        long age = (nanos - kept.since()) / NANOS;
        if (age >= kept.seconds()) {
            remove(key, kept);
            return Optional.empty();
        }
        return Optional.of(aged(read(kept.answer()), query, age));
    }

    private static Message read(byte[] answer) {
        try {
            return new Message(answer);
        } catch (IOException ownWords) {
            throw new UncheckedIOException("an answer that was kept cannot be read again", ownWords);
        }
    }

    /**
     * Keeps an answer, if it may be kept.
     *
     * @throws RuntimeException if it could not be given out again
     */
    synchronized void put(Message query, Message answer, long nanos) {
        OptionalLong seconds = seconds(answer);
        if (seconds.isEmpty() || seconds.getAsLong() == 0 || answer.numBytes() > LARGEST) {
            return;
        }
        byte[] wire = answer.toWire();
        if (wire.length > LARGEST) {
            return;
        }
        // What cannot be given out again is found now, where it is one answer's failure, and not by everybody who asks
        // later.
        aged(read(wire), query, 0).toWire();
        Key key = key(query);
        Kept former = answers.get(key);
        if (former != null) {
            remove(key, former);
        }
        Kept kept = new Kept(wire, nanos, seconds.getAsLong());
        answers.put(key, kept);
        bytes += kept.bytes();
        while (bytes > LIMIT) {
            Map.Entry<Key, Kept> eldest = answers.entrySet().iterator().next();
            remove(eldest.getKey(), eldest.getValue());
        }
    }

    synchronized int size() {
        return answers.size();
    }

    /** Forgets all: another network has other answers. */
    synchronized void clear() {
        answers.clear();
        bytes = 0;
    }

    private void remove(Key key, Kept kept) {
        answers.remove(key);
        bytes -= kept.bytes();
    }

    private static Key key(Message query) {
        Record question = query.getQuestion();
        boolean signatures = query.getOPT() != null && (query.getOPT().getFlags() & 0x8000) != 0;
        // Names compare without regard to case.
        return new Key(question.getName(), question.getType(), query.getHeader().getFlag(Flags.CD), signatures);
    }

    private static Message aged(Message answer, Message query, long age) {
        Message now = Replies.to(query, answer.getRcode());
        if (answer.getHeader().getFlag(Flags.AD)) {
            now.getHeader().setFlag(Flags.AD);
        }
        for (int section : new int[] {Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL}) {
            for (Record record : answer.getSection(section)) {
                if (record.getType() != Type.OPT) {
                    now.addRecord(
                            Record.newRecord(
                                    record.getName(),
                                    record.getType(),
                                    record.getDClass(),
                                    Math.max(0, time(record) - age),
                                    record.rdataToWireCanonical()),
                            section);
                }
            }
        }
        return now;
    }

    private static OptionalLong seconds(Message answer) {
        if (answer.getHeader().getFlag(Flags.TC)) {
            return OptionalLong.empty();
        }
        List<Record> records = answer.getSection(Section.ANSWER);
        boolean no = answer.getRcode() == Rcode.NXDOMAIN || records.isEmpty();
        if (answer.getRcode() != Rcode.NOERROR && answer.getRcode() != Rcode.NXDOMAIN) {
            return OptionalLong.empty();
        }
        Stream<Long> times = no ? negative(answer) : records.stream().map(AnswerCache::time);
        return times.mapToLong(Long::longValue)
                .map(time -> Math.min(time, MOST_SECONDS))
                .min();
    }

    /** Of more than 31 bits it says nothing (RFC 2181, section 8). */
    private static long time(Record record) {
        return record.getTTL() > Integer.MAX_VALUE ? 0 : record.getTTL();
    }

    private static Stream<Long> negative(Message answer) {
        return answer.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(record -> Math.min(time(record), ((SOARecord) record).getMinimum()));
    }
}
