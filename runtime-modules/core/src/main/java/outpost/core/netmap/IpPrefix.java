package outpost.core.netmap;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses such as {@code 10.1.0.0/16}.
 *
 * @param address the first address; all bits behind the prefix are nought
 * @param bits length of the prefix, 0 to 32 or 0 to 128
 */
public record IpPrefix(InetAddress address, int bits) implements Comparable<IpPrefix> {
    private static final Pattern TEXT = Pattern.compile("([^/]{1,45})/(0|[1-9][0-9]{0,2})");

    public IpPrefix {
        byte[] bytes = address.getAddress();
        if (bits < 0 || bits > bytes.length * 8) {
            throw new IllegalArgumentException("a prefix of " + bits + " bits does not fit " + address);
        }
        for (int bit = bits; bit < bytes.length * 8; bit++) {
            if (bit(bytes, bit) != 0) {
                throw new IllegalArgumentException("bits behind the prefix are set: " + address + "/" + bits);
            }
        }
    }

    /** The range written as {@code address/bits}; empty if it is not, or if bits behind the prefix are set. */
    public static Optional<IpPrefix> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int bits = Integer.parseInt(parts.group(2));
            return Addresses.parse(parts.group(1)).map(address -> new IpPrefix(address, bits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (bit(mine, bit) != bit(theirs, bit)) {
                return false;
            }
        }
        return true;
    }

    /** True of {@code 0.0.0.0/0} and {@code ::/0}: the way to everywhere. */
    public boolean isDefault() {
        return bits == 0;
    }

    public boolean isV4() {
        return address.getAddress().length == 4;
    }

    /** IPv4 before IPv6, then by address, then the wider range first. */
    @Override
    public int compareTo(IpPrefix other) {
        if (isV4() != other.isV4()) {
            return isV4() ? -1 : 1;
        }
        int byAddress = Arrays.compareUnsigned(address.getAddress(), other.address.getAddress());
        return byAddress != 0 ? byAddress : Integer.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        return Addresses.text(address) + "/" + bits;
    }

    private static int bit(byte[] bytes, int index) {
        return bytes[index / 8] >> 7 - index % 8 & 1;
    }
}
