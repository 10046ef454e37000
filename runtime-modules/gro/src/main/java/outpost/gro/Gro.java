package outpost.gro;

import outpost.core.Feature;
import outpost.core.MissingServiceException;
import outpost.core.Node;
import outpost.core.service.Health;
import outpost.core.service.ReceiveOffload;
import outpost.core.service.ServiceAddressTransport;

/** The feature {@code gro}: the node's own stack takes fewer and longer segments. */
public final class Gro implements Feature {
    /** For the service loader. */
    public Gro() {}

    @Override
    public String name() {
        return "gro";
    }

    @Override
    public void publish(Node node) {
        node.publish(ReceiveOffload.class, new Coalescer());
    }

    @Override
    public void start(Node node) {
        try {
            node.need(ServiceAddressTransport.class);
        } catch (MissingServiceException none) {
            String missing = "no segments are put together: " + none.getMessage() + "; take in netstack";
            log(node).error(missing);
            node.find(Health.class).ifPresent(health -> health.report(name(), missing));
        }
    }
}
