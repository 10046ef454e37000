package io.whittle.graph.resolve;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A small catalogue, as text, and what its profile {@code p} comes to. */
record UseCase(FeatureCatalog catalog) {
    static UseCase of(String features, String profiles) {
        return ofText("schema: 1\n" + features + "profiles:\n" + profiles.indent(2));
    }

    static UseCase ofText(String text) {
        try {
            return new UseCase(
                    CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog());
        } catch (CatalogException unreadable) {
            throw new AssertionError(unreadable.getMessage(), unreadable);
        }
    }

    Resolution on(String platform) {
        return resolve("p", platform);
    }

    Resolution resolve(String profile, String platform) {
        try {
            return Resolver.resolve(catalog, new Request(profile, Platform.parse(platform)));
        } catch (UnresolvableException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    UnresolvableException refusedOn(String platform) {
        return refused("p", platform);
    }

    UnresolvableException refused(String profile, String platform) {
        return catchThrowableOfType(
                UnresolvableException.class,
                () -> Resolver.resolve(catalog, new Request(profile, Platform.parse(platform))));
    }

    /** Kind and, where another feature is behind it, its name: enough to tell reasons apart. */
    static String reason(Resolution resolution, String feature) {
        Reason reason = resolution.features().get(feature).reason();
        String kind = reason.getClass().getSimpleName();
        if (reason instanceof Reason.RequiredBy required) {
            return kind + " " + required.by().feature();
        }
        if (reason instanceof Reason.ProviderOf provider) {
            Need need = provider.by().need();
            return kind + " " + need.capability() + " for " + need.feature().orElse("base")
                    + provider.chosen()
                            .map(choice -> " chosen by " + choice.profile())
                            .orElse("");
        }
        if (reason instanceof Reason.RecommendedBy recommended) {
            return kind + " " + recommended.by().feature();
        }
        if (reason instanceof Reason.AutoSince auto) {
            return kind + " " + String.join(" ", auto.triggers());
        }
        if (reason instanceof Reason.LeftOutForAnother leftOut) {
            return kind + " " + leftOut.kept();
        }
        if (reason instanceof Reason.RequiresLeftOut left) {
            return kind + " " + chain(left.chain());
        }
        if (reason instanceof Reason.HeldOff held) {
            return kind + " "
                    + held.obstacle()
                            .map(obstacle -> obstacle.getClass().getSimpleName())
                            .orElse("by all choices");
        }
        if (reason instanceof Reason.RequiresExcluded left) {
            return kind + " " + chain(left.chain());
        }
        return reason instanceof Reason.RequiresUnavailable unavailable
                ? kind + " " + chain(unavailable.chain())
                : kind;
    }

    static String chain(Iterable<? extends Step> chain) {
        StringBuilder text = new StringBuilder();
        for (Step edge : chain) {
            text.append(text.isEmpty() ? edge.from().orElse("base") : "")
                    .append(" > ")
                    .append(edge.to());
        }
        return text.toString();
    }

    /** The statements of each clash, without their places; those of one clash in the order of the file. */
    static List<String> clashes(UnresolvableException refused) {
        return refused.faults().stream()
                .map(fault -> String.join(
                        ", ",
                        ((Fault.Clash) fault)
                                .statements().stream().map(UseCase::text).toList()))
                .toList();
    }

    private static String text(Statement statement) {
        if (statement instanceof Statement.Asks asks) {
            return asks.word().profile() + " asks " + asks.word().feature();
        }
        if (statement instanceof Statement.AsksByAll asks) {
            return asks.profile() + " asks " + asks.feature() + " by all";
        }
        if (statement instanceof Statement.Excludes excludes) {
            return excludes.word().profile() + " excludes " + excludes.word().feature();
        }
        return statement instanceof Statement.Chooses chooses
                ? chooses.profile() + " chooses " + chooses.provider()
                : "no " + ((Statement.NotAvailable) statement).feature();
    }
}
