package outpost.core.service;

import java.time.Duration;
import java.util.List;

/**
 * What a resolver said.
 *
 * @param code response code, such as {@code NOERROR} or {@code NXDOMAIN}
 * @param flags set header flags in lower case, such as {@code aa} or {@code ra}
 * @param records the answer section in its order, one record a line as in a zone file
 * @param server who answered, for a person
 */
public record DnsAnswer(String code, List<String> flags, List<String> records, String server, Duration took) {
    public DnsAnswer {
        flags = List.copyOf(flags);
        records = List.copyOf(records);
    }
}
