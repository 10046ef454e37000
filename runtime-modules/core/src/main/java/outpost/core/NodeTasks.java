package outpost.core;

import outpost.core.log.Causes;
import outpost.core.log.Log;
import outpost.core.service.Health;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Keeps what a task of the node's thread throws from ending the tasks after it without a word: an executor cancels a task that is
 * to be repeated and threw, and tells nobody. Not safe for several threads.
 */
final class NodeTasks {
    private static final String PROBLEM = "node";

    private final Published services;
    private final Log log;
    private final Map<Runnable, String> complaints = new IdentityHashMap<>();

    NodeTasks(Published services, Log log) {
        this.services = services;
        this.log = log;
    }

    /** The task, but for what it throws: that is a problem in health until each task that threw throws nothing, and told once in the log. */
    Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
                over(task);
            } catch (RuntimeException | Error e) {
                tell(task, e);
            }
        };
    }

    private void over(Runnable task) {
        if (complaints.remove(task) != null && complaints.isEmpty()) {
            services.find(Health.class).ifPresent(health -> health.clear(PROBLEM));
        }
    }

    private void tell(Runnable task, Throwable why) {
        String how = Causes.text(why);
        if (how.equals(complaints.put(task, how))) {
            return;
        }
        log.error("what the node does next failed, and is tried again", why);
        try {
            services.find(Health.class).ifPresent(health -> health.report(PROBLEM, "what it does next failed: " + how));
        } catch (RuntimeException | Error unheard) {
            log.error("health does not take it", unheard);
        }
    }
}
