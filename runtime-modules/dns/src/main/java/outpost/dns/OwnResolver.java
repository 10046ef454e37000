package outpost.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import outpost.core.netmap.Addresses;
import outpost.core.service.DnsAnswer;
import outpost.core.service.Resolver;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks what a program of this machine would be answered. */
final class OwnResolver implements Resolver {
    private static final long PATIENCE_SECONDS = 10;
    private static final int FLAGS = 16;

    private final Answering answers;

    OwnResolver(Answering answers) {
        this.answers = answers;
    }

    @Override
    public DnsAnswer resolve(String name, String type) throws IOException {
        int number = Type.value(type, false);
        if (number < 0) {
            throw new IOException("there is no record type " + type);
        }
        Message query = Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), number, DClass.IN));
        long began = System.nanoTime();
        Message answer = wait(query).orElseThrow(() -> new IOException("the question was not answered"));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new DnsAnswer(
                Rcode.string(answer.getRcode()),
                flags(answer),
                answer.getSection(Section.ANSWER).stream()
                        .map(record -> record.toString().replace('\t', ' '))
                        .toList(),
                Addresses.text(Addresses.SERVICE),
                took);
    }

    private Optional<Message> wait(Message query) throws IOException {
        try {
            return answers.message(query.toWire()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException none) {
            throw new IOException("no nameserver answered within " + PATIENCE_SECONDS + " s", none);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static List<String> flags(Message answer) {
        List<String> flags = new ArrayList<>();
        for (int flag = 0; flag < FLAGS; flag++) {
            if (Flags.isFlag(flag) && answer.getHeader().getFlag(flag)) {
                flags.add(Flags.string(flag).toLowerCase(Locale.ROOT));
            }
        }
        return flags;
    }
}
