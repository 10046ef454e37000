package outpost.health;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.http.HttpResponse;
import outpost.core.service.Health;
import outpost.core.service.HealthChanged;
import outpost.core.service.LocalApi;
import outpost.core.service.LocalApi.Permission;
import outpost.core.service.Problem;

import java.time.Clock;
import java.util.Map;

/** Publishes {@link Health}, and tells it at {@code GET /v1/health} where there is a local API. */
public final class HealthFeature implements Feature {
    /** For the service loader. */
    public HealthFeature() {}

    @Override
    public String name() {
        return "health";
    }

    @Override
    public void publish(Node node) {
        node.publish(
                Health.class,
                new ProblemList(Clock.systemUTC(), problems -> node.events().emit(new HealthChanged(problems))));
    }

    @Override
    public void start(Node node) {
        Health health = node.find(Health.class).orElseThrow();
        node.find(LocalApi.class)
                .ifPresent(api -> api.route(
                        "GET",
                        "/v1/health",
                        Permission.READ,
                        request -> HttpResponse.json(
                                200,
                                Map.of(
                                        "problems",
                                        health.problems().stream()
                                                .map(Problem::asJson)
                                                .toList()))));
    }
}
