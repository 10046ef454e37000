package outpost.localapi;

import outpost.core.Node;
import outpost.core.http.Admission;
import outpost.core.log.SparseLog;
import outpost.core.service.Caller;
import outpost.core.service.CallerIdentity;

import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets each user hold {@value #LIMIT} connections at a time, so that the streams one user leaves open do not use up the places of
 * the others. It is no defence against somebody who means harm: a connection counts among all of the server until it has been
 * refused, so connecting in a loop, or as many users, can still fill them. Where nobody can say who is calling, only the number
 * of all connections is bounded.
 */
final class CallerLimit implements Admission {
    static final int LIMIT = 8;

    private final Node node;
    private final SparseLog refusals;
    private final Map<String, Integer> held = new HashMap<>();

    CallerLimit(Node node) {
        this.node = node;
        this.refusals = new SparseLog(node.log("localapi"));
    }

    @Override
    public Optional<Place> admit(SocketChannel connection) {
        Optional<String> user = node.find(CallerIdentity.class)
                .flatMap(identity -> identity.identify(connection))
                .map(Caller::user);
        if (user.isEmpty()) {
            return ALL.admit(connection);
        }
        if (!take(user.get())) {
            refusals.error(
                    user.get(),
                    "user " + user.get() + " holds " + LIMIT + " connections already; one more was refused");
            return Optional.empty();
        }
        return Optional.of(() -> release(user.get()));
    }

    @Override
    public String refusal() {
        return "one user may hold " + LIMIT + " connections to outpostd at a time; end one of yours, or try later";
    }

    private synchronized boolean take(String user) {
        int count = held.getOrDefault(user, 0);
        if (count < LIMIT) {
            held.put(user, count + 1);
        }
        return count < LIMIT;
    }

    private synchronized void release(String user) {
        held.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
    }
}
