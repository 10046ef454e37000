package io.whittle.assembler.workers;

import io.whittle.assembler.process.Conversation;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One JVM of a JDK that links when it is asked. For one thread at a time. */
final class Worker {
    /** As {@code WarmJlink} has them, which no class of ours may name: it would be compiled for another Java then. */
    private static final int MAGIC = 0x57484954;

    private static final int SAID_LIMIT = 1 << 20;

    private final Path jdk;
    private final Conversation conversation;
    private int asked;

    Worker(Path jdk, Conversation conversation) {
        this.jdk = jdk;
        this.conversation = conversation;
    }

    /** The folder of the JDK it is of. */
    Path jdk() {
        return jdk;
    }

    boolean isAlive() {
        return conversation.isAlive();
    }

    /**
     * Links, and waits for the end of it.
     *
     * @param limit how long it is waited for
     * @throws WorkerException when it gives no answer in that time, or one that makes no sense: it is good for nothing more and has to be
     *     killed, and so it is where this thread is interrupted
     */
    LinkAnswer link(List<String> arguments, Duration limit) throws WorkerException, InterruptedException {
        asked++;
        // By another thread: who reads a pipe, or writes to one that is full, cannot be interrupted.
        FutureTask<LinkAnswer> answer = new FutureTask<>(() -> {
            ask(arguments);
            return answer();
        });
        Thread talk = new Thread(answer, "talk with a worker");
        talk.setDaemon(true);
        talk.start();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new WorkerException("gave no answer within " + limit.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            // Its pipes say no more than that they are closed.
            throw new WorkerException(
                    failed.getCause() instanceof WorkerException nonsense
                            ? nonsense.getMessage()
                            : "ended before it answered",
                    failed);
        }
    }

    private void ask(List<String> arguments) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream question = new DataOutputStream(bytes);
        question.writeInt(MAGIC);
        question.writeInt(asked);
        question.writeInt(arguments.size());
        for (String argument : arguments) {
            byte[] text = argument.getBytes(StandardCharsets.UTF_8);
            question.writeInt(text.length);
            question.write(text);
        }
        conversation.questions().write(bytes.toByteArray());
        conversation.questions().flush();
    }

    private LinkAnswer answer() throws IOException, WorkerException {
        DataInputStream answers = new DataInputStream(conversation.answers());
        int magic = answers.readInt();
        int number = answers.readInt();
        int exit = answers.readInt();
        int length = answers.readInt();
        if (magic != MAGIC || number != asked || length < 0 || length > SAID_LIMIT) {
            throw new WorkerException("answered what makes no sense");
        }
        byte[] said = new byte[length];
        answers.readFully(said);
        return new LinkAnswer(exit, new String(said, StandardCharsets.UTF_8).strip());
    }

    /** Ends it, whatever it is doing, and waits for its end. */
    void kill() {
        conversation.kill();
    }
}
