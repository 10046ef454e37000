package outpost.core.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request asks for: {@code /path?name=value&name=value}, decoded.
 *
 * @param query of a name that stands twice, the first value
 */
record Target(String path, Map<String, String> query) {
    static Target parse(String text) throws HttpException {
        int mark = text.indexOf('?');
        String path = decode(mark < 0 ? text : text.substring(0, mark), false);
        if (!path.startsWith("/")) {
            throw new HttpException(400, "the target does not begin with a slash");
        }
        Map<String, String> query = new TreeMap<>();
        if (mark >= 0) {
            for (String pair : text.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
                query.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1), true));
            }
        }
        return new Target(path, query);
    }

    private static String decode(String text, boolean plusIsSpace) throws HttpException {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.put((byte) (digit(text, i + 1) << 4 | digit(text, i + 2)));
                i += 2;
            } else {
                bytes.put((byte) (c == '+' && plusIsSpace ? ' ' : c));
            }
        }
        try {
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            if (decoded.chars().noneMatch(Character::isISOControl)) {
                return decoded;
            }
        } catch (CharacterCodingException e) {
            throw new HttpException(400, "the target is not UTF-8");
        }
        throw new HttpException(400, "there is a control character in the target");
    }

    private static int digit(String text, int index) throws HttpException {
        int digit = index < text.length() && text.charAt(index) < 128 ? Character.digit(text.charAt(index), 16) : -1;
        if (digit < 0) {
            throw new HttpException(400, "a percent sign in the target is not followed by two hexadecimal digits");
        }
        return digit;
    }
}
