package io.whittle.assembler.evidence;

/**
 * A name as a number: FNV-1a with 64 bits over its bytes as class files spell it. Made from a constant pool without making the name: of
 * the names in a pool few are worth that.
 *
 * @see <a href="http://www.isthe.com/chongo/tech/comp/fnv/">Fowler, Noll and Vo's hash</a>
 */
final class NameHash {
    static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private NameHash() {}

    /** Of a name, in the UTF-8 of class files (JVMS 4.4.7). */
    static long of(String name) {
        long hash = EMPTY;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter > 0 && letter < 0x80) {
                hash = with(hash, letter);
            } else if (letter < 0x800) {
                hash = with(with(hash, 0xC0 | letter >> 6), 0x80 | letter & 0x3F);
            } else {
                hash = with(with(with(hash, 0xE0 | letter >> 12), 0x80 | letter >> 6 & 0x3F), 0x80 | letter & 0x3F);
            }
        }
        return hash;
    }

    /** Of a package, spelt with dots, as it stands in the names of classes. */
    static long ofPackage(String name) {
        return of(name.replace('.', '/'));
    }

    /** Of a member of a class, by the hashes of both names. */
    static long ofMember(long owner, long member) {
        return with(owner, member);
    }

    /** With one byte more. */
    static long with(long hash, long next) {
        return (hash ^ next) * PRIME;
    }
}
