package outpost.dns;

import outpost.core.service.UpstreamDns;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A way out that is in use and answers each question at once, with whatever the test makes of it. */
record PlayedWayOut(UnaryOperator<byte[]> answer) implements UpstreamDns {
    @Override
    public boolean isInUse() {
        return true;
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public CompletableFuture<byte[]> ask(byte[] query) {
        return CompletableFuture.completedFuture(answer.apply(query));
    }
}
