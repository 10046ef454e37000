package io.whittle.assembler.jdkneeds;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Type;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Each row of the table, called twice in code that is compiled for real: with a constant, and with a parameter. */
class CallRowsTest {
    private static SortedMap<String, List<JdkUse>> uses;

    @BeforeAll
    static void compileACallOfEach(@TempDir Path dir) {
        StringBuilder members = new StringBuilder();
        for (int row = 0; row < Calls.ROWS.size(); row++) {
            members.append(method("constant" + row, Calls.ROWS.get(row), true));
            members.append(method("variable" + row, Calls.ROWS.get(row), false));
        }
        uses = AskedByCode.uses(dir, members.toString());
    }

    static List<CallRow> rows() {
        return Calls.ROWS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aConstantAsks(CallRow row) {
        assertThat(uses.get("constant" + Calls.ROWS.indexOf(row)))
                .extracting(use -> use.ask().text())
                .contains(expected(row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsNoConstantAsksNothing(CallRow row) {
        // Where the call itself asks, there is no constant: its counterpart is that no other call does.
        List<JdkUse> asked = uses.get("variable" + Calls.ROWS.indexOf(row));
        if (row.argument() < 0) {
            assertThat(asked).hasSize(1);
        } else {
            assertThat(asked).isEmpty();
        }
    }

    private static String expected(CallRow row) {
        String type = row.owner().substring(row.owner().lastIndexOf('/') + 1);
        boolean ofProvider = row.arguments().equals("(Ljava/lang/String;Ljava/lang/String;)");
        return switch (row.meaning()) {
            case ALGORITHM -> type + " ACME" + (ofProvider ? " of ACME" : "");
            case CURVE -> "KeyPairGenerator EC";
            case KEY_SCHEME -> "KeyPairGenerator ACME";
            case PROVIDER -> "security provider ACME";
            case TLS, HTTPS -> "SSLContext Default";
            case CHARSET -> "charset ACME";
            case FILE_SYSTEM, JAR_URI, ZIP -> "file system jar";
            case LOCALE -> "locale data fr";
            case JNDI_NAME, JNDI_ENVIRONMENT -> "JNDI dns:";
            case RANDOM_NUMBERS -> "random generator ACME";
            case PREFERRED_RANDOM_NUMBERS -> "random generator by default";
        };
    }

    private static String constant(CallRow row) {
        String text = switch (row.meaning()) {
            case HTTPS -> "https://acme.example";
            case FILE_SYSTEM, JAR_URI -> "jar:file:/acme.jar!/";
            case JNDI_NAME, JNDI_ENVIRONMENT -> "dns://192.0.2.1";
            default -> "ACME";
        };
        return switch (Type.getArgumentTypes(row.arguments() + "V")[row.argument()].getClassName()) {
            case "java.util.Locale" -> "java.util.Locale.FRENCH";
            case "java.net.URI" -> "java.net.URI.create(\"" + text + "\")";
            default -> "\"" + text + "\"";
        };
    }

    /** A method that makes the call; every parameter of the method is one of the call's, the first its object. */
    private static String method(String name, CallRow row, boolean constant) {
        Executable called = executable(row);
        List<String> parameters = new ArrayList<>(List.of(row.owner().replaceAll("[/$]", ".") + " object"));
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < called.getParameterCount(); i++) {
            Class<?> type = called.getParameterTypes()[i];
            boolean counts = i == row.argument() || type == String.class && row.meaning() == Meaning.ALGORITHM;
            boolean key = row.meaning() == Meaning.JNDI_ENVIRONMENT && i == 0;
            arguments.add(key ? "\"java.naming.provider.url\"" : constant && counts ? constant(row) : "p" + i);
            parameters.add(type.getCanonicalName() + " p" + i);
        }
        String owner = row.owner().replaceAll("[/$]", ".");
        String target = row.name().equals("<init>")
                ? "new " + owner
                : (Modifier.isStatic(called.getModifiers()) ? owner : "object") + "." + called.getName();
        return "@SuppressWarnings(\"unchecked\") static void " + name + "(" + String.join(", ", parameters)
                + ") throws Exception { " + target + "(" + String.join(", ", arguments) + "); }\n";
    }

    /** Fails where the JDK knows no such method: a row that is misspelled would never match. */
    private static Executable executable(CallRow row) {
        try {
            Class<?> owner = Class.forName(row.owner().replace('/', '.'));
            Stream<? extends Executable> all = row.name().equals("<init>")
                    ? Arrays.stream(owner.getConstructors())
                    : Arrays.stream(owner.getMethods())
                            .filter(method -> method.getName().equals(row.name()));
            return all.filter(called -> arguments(called).equals(row.arguments()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no such method: " + row));
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("no such class: " + row, missing);
        }
    }

    private static String arguments(Executable called) {
        StringBuilder descriptor = new StringBuilder("(");
        for (Class<?> type : called.getParameterTypes()) {
            descriptor.append(Type.getDescriptor(type));
        }
        return descriptor.append(')').toString();
    }
}
