package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a class names, seen without reading its methods, and without making texts of what its constant pool holds. Yes may be said in
 * vain, of a package that two jars share; no is certain.
 */
final class ConstantPool {
    private static final int UTF8 = 1;
    static final int CLASS = 7;
    static final int STRING = 8;
    static final int FIELD = 9;
    static final int METHOD = 10;
    static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    static final int METHOD_HANDLE = 15;
    static final int METHOD_TYPE = 16;
    static final int DYNAMIC = 17;
    static final int INVOKE_DYNAMIC = 18;
    private static final byte[] JAVA = "java/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAKEN_CLASS = "Ljava/lang/Class;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAKEN_TEXT = "Ljava/lang/String;".getBytes(StandardCharsets.US_ASCII);

    private final ClassReader reader;

    ConstantPool(ClassReader reader) {
        this.reader = reader;
    }

    /** The kind of an item; 0 where there is none. */
    int tag(int item) {
        int offset = reader.getItem(item);
        return offset == 0 ? 0 : reader.readByte(offset - 1);
    }

    /** Whether the class calls a method, or refers to one, whose name is one of these, by {@link NameHash}. */
    boolean namesMethod(Set<Long> names) {
        for (int item = 1; item < reader.getItemCount(); item++) {
            int tag = tag(item);
            if ((tag == METHOD || tag == INTERFACE_METHOD)
                    && names.contains(hash(text(reader.getItem(reader.readUnsignedShort(reader.getItem(item) + 2)))))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text, which is a name or a descriptor, names one that stands in another jar. */
    boolean mayNameElsewhere(int text, Elsewhere elsewhere) {
        return namesElsewhere(text, elsewhere);
    }

    /** Whether the class names one that stands in another jar. */
    boolean namesElsewhere(Elsewhere elsewhere) {
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            boolean names = switch (tag) {
                case CLASS, METHOD_TYPE -> namesElsewhere(text(offset), elsewhere);
                case NAME_AND_TYPE -> namesElsewhere(text(offset + 2), elsewhere);
                // Descriptors of what is only declared stand there as plain text.
                case UTF8 -> isDescriptor(offset) && namesElsewhere(offset, elsewhere);
                default -> false;
            };
            if (names) {
                return true;
            }
        }
        return false;
    }

    /** Tells fields and methods worth a look by the names of their owner and their own, and by their descriptor. */
    interface MemberTest {
        boolean test(String owner, String name, String descriptor);
    }

    /**
     * Whether the class uses, or refers to, one of some fields and methods.
     *
     * @param names which are worth the test
     * @param orTakesClass whether a method that takes a class is worth it as well
     */
    boolean namesMember(MemberNames names, boolean orTakesClass, MemberTest wanted) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            if (tag >= FIELD && tag <= INTERFACE_METHOD) {
                int named = reader.getItem(reader.readUnsignedShort(offset + 2));
                if ((isAmong(names, offset, named) || orTakesClass && takes(text(named + 2), TAKEN_CLASS))
                        && wanted.test(
                                reader.readClass(offset, buffer),
                                reader.readUTF8(named, buffer),
                                reader.readUTF8(named + 2, buffer))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The methods that are called, or referred to, and take a class or a string; by {@link NameHash}, of name and descriptor. Those of
     * {@code java.*} are left out: they are known.
     */
    long[] takingMethods() {
        long[] found = new long[8];
        int count = 0;
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            if (tag == METHOD || tag == INTERFACE_METHOD) {
                int named = reader.getItem(reader.readUnsignedShort(offset + 2));
                int descriptor = text(named + 2);
                if ((takes(descriptor, TAKEN_TEXT) || takes(descriptor, TAKEN_CLASS))
                        && !begins(text(text(offset)), JAVA)) {
                    found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                    found[count++] = NameHash.ofMember(hash(text(named)), hash(descriptor));
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * The items that make a method worth reading: of classes elsewhere, of members worth a look, and all that is bound at run time. More
     * may be among them than is in the end.
     *
     * @param names of members worth a look
     * @param reachesElsewhere whether a class, by its internal name, stands elsewhere or inherits from one that does
     */
    BitSet wanted(Elsewhere elsewhere, MemberNames names, Predicate<String> reachesElsewhere) {
        char[] buffer = new char[reader.getMaxStringLength()];
        BitSet wanted = new BitSet(reader.getItemCount());
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            boolean is = switch (tag) {
                case CLASS, METHOD_TYPE -> namesElsewhere(text(offset), elsewhere);
                case FIELD, METHOD, INTERFACE_METHOD -> {
                    int named = reader.getItem(reader.readUnsignedShort(offset + 2));
                    int descriptor = text(named + 2);
                    yield namesElsewhere(text(text(offset)), elsewhere)
                            || namesElsewhere(descriptor, elsewhere)
                            || isAmong(names, offset, named)
                            || takes(descriptor, TAKEN_CLASS)
                            || takes(descriptor, TAKEN_TEXT) && reachesElsewhere.test(reader.readClass(offset, buffer));
                }
                default -> tag >= METHOD_HANDLE;
            };
            wanted.set(item, is);
        }
        return wanted;
    }

    /** Whether the class has a string constant that may name a class, a file or a bundle. */
    boolean holdsName() {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset > 0
                    && reader.readByte(offset - 1) == STRING
                    && NameShape.fits(reader.readUTF8(offset, buffer))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAmong(MemberNames names, int member, int named) {
        long name = hash(text(named));
        return names.has(name) && names.has(hash(text(text(member))), name);
    }

    /** Where the text is that an item refers to. */
    private int text(int offset) {
        return reader.getItem(reader.readUnsignedShort(offset));
    }

    private long hash(int text) {
        long hash = NameHash.EMPTY;
        int end = end(text);
        for (int at = text + 2; at < end; at++) {
            hash = NameHash.with(hash, reader.readByte(at));
        }
        return hash;
    }

    private int end(int text) {
        return text + 2 + reader.readUnsignedShort(text);
    }

    private boolean isDescriptor(int text) {
        int first = reader.readUnsignedShort(text) > 2 ? reader.readByte(text + 2) : 0;
        return first == 'L' || first == '(' || first == '[';
    }

    private boolean takes(int descriptor, byte[] taken) {
        int end = end(descriptor);
        int matched = 0;
        for (int at = descriptor + 2; at < end; at++) {
            int letter = reader.readByte(at);
            if (letter == ')') {
                return false;
            }
            matched = letter == taken[matched] ? matched + 1 : letter == taken[0] ? 1 : 0;
            if (matched == taken.length) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(int text, byte[] beginning) {
        if (reader.readUnsignedShort(text) < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (reader.readByte(text + 2 + i) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    /** Of a name, or a descriptor with names. */
    private boolean namesElsewhere(int text, Elsewhere elsewhere) {
        int begin = text + 2;
        int end = end(text);
        if (begin == end) {
            return false;
        }
        int first = reader.readByte(begin);
        boolean isDescriptor = first == '(' || first == '[' || first == 'L' && reader.readByte(end - 1) == ';';
        if (!isDescriptor) {
            return isElsewhere(begin, end, elsewhere);
        }
        for (int at = begin; at < end; at++) {
            if (reader.readByte(at) == 'L') {
                int name = at + 1;
                while (at < end && reader.readByte(at) != ';') {
                    at++;
                }
                if (isElsewhere(name, at, elsewhere)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of the name of a class. */
    private boolean isElsewhere(int begin, int end, Elsewhere elsewhere) {
        long hash = NameHash.EMPTY;
        long packageHash = 0;
        for (int at = begin; at < end; at++) {
            int letter = reader.readByte(at);
            if (letter == '/') {
                packageHash = hash;
            }
            hash = NameHash.with(hash, letter);
        }
        return packageHash != 0 && elsewhere.hasPackage(packageHash);
    }
}
