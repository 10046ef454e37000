package io.whittle.assembler.workers;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.spi.ToolProvider;

/**
 * The program of a worker: reads arguments of jlink, links, answers, and so on until its input ends, which it does whatever ends the
 * build. It runs in the JDK that links, knows no other class of ours, and has one class file.
 */
final class WarmJlink {
    /** Begins every question and every answer. */
    private static final int MAGIC = 0x57484954;

    /** More than jlink ever says. */
    private static final int SAID_LIMIT = 1 << 20;

    private WarmJlink() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        DataInputStream questions = new DataInputStream(System.in);
        DataOutputStream answers = new DataOutputStream(System.out);
        // What is printed by the JDK itself must not stand among the answers.
        System.setOut(System.err);
        ExecutorService links = Executors.newSingleThreadExecutor();
        try {
            while (questions.readInt() == MAGIC) {
                int number = questions.readInt();
                String[] arguments = new String[questions.readInt()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = text(questions);
                }
                // This thread goes on to read: the end of the input ends a link, too.
                links.execute(() -> answer(number, arguments, answers));
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void answer(int number, String[] arguments, DataOutputStream answers) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = link(arguments, said);
        int length = Math.min(said.size(), SAID_LIMIT);
        try {
            answers.writeInt(MAGIC);
            answers.writeInt(number);
            answers.writeInt(exit);
            answers.writeInt(length);
            answers.write(said.toByteArray(), 0, length);
            answers.flush();
        } catch (IOException gone) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static int link(String[] arguments, OutputStream said) {
        try (PrintStream out = new PrintStream(said, true, "UTF-8")) {
            Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
            if (!jlink.isPresent()) {
                out.println("this JDK has no jlink");
                return 1;
            }
            try {
                return jlink.get().run(out, out, arguments);
            } catch (Throwable thrown) {
                // Also where memory is short: whoever asked links elsewhere.
                thrown.printStackTrace(out);
                return 1;
            }
        } catch (IOException impossible) {
            return 1;
        }
    }
}
