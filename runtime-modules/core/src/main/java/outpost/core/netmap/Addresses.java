package outpost.core.netmap;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as text, without ever asking a name server. */
public final class Addresses {
    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    private static final Pattern V4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** Where the node's own services answer, inside the mesh. */
    public static final InetAddress SERVICE = literal("100.100.100.100");

    /** The same for IPv6. */
    public static final InetAddress SERVICE_V6 = literal("fd7a:115c:a1e0::53");

    /** The IPv4 range of mesh addresses. */
    public static final IpPrefix MESH_V4 = new IpPrefix(literal("100.64.0.0"), 10);

    /** The IPv6 range of mesh addresses: unique local addresses, RFC 4193. */
    public static final IpPrefix MESH_V6 = new IpPrefix(literal("fc00::"), 7);

    private Addresses() {}

    /** An IPv4 or IPv6 address written out; no names, no zones, no IPv4 inside IPv6, no octets with leading noughts. */
    public static Optional<InetAddress> parse(String text) {
        boolean v4 = V4.matcher(text).matches();
        if (!v4 && !(text.indexOf(':') >= 0 && V6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(text);
            return v4 == address instanceof Inet4Address ? Optional.of(address) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The usual short form; for IPv6 that of RFC 5952. */
    public static String text(InetAddress address) {
        return address instanceof Inet6Address ? shorten(address.getAddress()) : address.getHostAddress();
    }

    /** Whether the address lies in one of the mesh's ranges and is none of the node's own services'. */
    public static boolean inMesh(InetAddress address) {
        return (MESH_V4.contains(address) || MESH_V6.contains(address))
                && !address.equals(SERVICE)
                && !address.equals(SERVICE_V6);
    }

    private static String shorten(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < groups.length; i++) {
            int run = 0;
            while (i + run < groups.length && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
            i += Math.max(0, run - 1);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    private static InetAddress literal(String text) {
        return parse(text).orElseThrow();
    }
}
