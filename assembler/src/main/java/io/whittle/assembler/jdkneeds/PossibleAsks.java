package io.whittle.assembler.jdkneeds;

import org.objectweb.asm.ClassReader;

import java.lang.reflect.Field;
import java.security.spec.NamedParameterSpec;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a class may ask of the JDK, as far as the texts of its constant pool show: who puts into a map asks something only where the class
 * has the name of a setting of JNDI.
 */
public final class PossibleAsks {
    static final String KEY_SCHEMES = "java/security/spec/NamedParameterSpec";

    private static final int STRING = 8;

    private final ClassReader reader;

    /** Told once somebody asks: most classes use nothing that may ask. */
    private Optional<Set<Meaning>> possible = Optional.empty();

    private PossibleAsks(ClassReader reader) {
        this.reader = reader;
    }

    /** Of a class. Reads no more of it than its constant pool, and that when it is asked. */
    public static PossibleAsks of(ClassReader reader) {
        return new PossibleAsks(reader);
    }

    private boolean isPossible(Meaning meaning) {
        if (possible.isEmpty()) {
            possible = Optional.of(find());
        }
        return possible.get().contains(meaning);
    }

    private Set<Meaning> find() {
        Set<Meaning> found = EnumSet.noneOf(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            if (meaning.beginning().isEmpty() || hasText(reader, meaning.beginning())) {
                found.add(meaning);
            }
        }
        return found;
    }

    /** Whether a method or field, by the internal name of its owner, is one that asks. */
    public boolean mayBe(String owner, String member, String descriptor) {
        return owner.equals(KEY_SCHEMES)
                || Calls.of(owner, member, descriptor).stream().anyMatch(row -> isPossible(row.meaning()));
    }

    /**
     * A method or field that may ask.
     *
     * @param owner the internal name of its class
     * @param name its name
     */
    public record Member(String owner, String name) {}

    /** All that may ask, whatever the class. */
    public static Set<Member> members() {
        Set<Member> members = new HashSet<>();
        // Of a Java that is newer than this one nobody here could tell which scheme a field is.
        for (Field field : NamedParameterSpec.class.getFields()) {
            members.add(new Member(KEY_SCHEMES, field.getName()));
        }
        Calls.ROWS.forEach(row -> members.add(new Member(row.owner(), row.name())));
        return members;
    }

    private static boolean hasText(ClassReader reader, String beginning) {
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset > 0 && reader.readByte(offset - 1) == STRING) {
                int text = reader.getItem(reader.readUnsignedShort(offset));
                if (begins(reader, text, beginning)) {
                    return true;
                }
            }
        }
        return false;
    }

    // Without making the text: there are a hundred in a class, and this is asked of all.
    private static boolean begins(ClassReader reader, int text, String beginning) {
        if (reader.readUnsignedShort(text) < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (Character.toLowerCase((char) reader.readByte(text + 2 + i)) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
