package io.whittle.graph.explain;

import io.whittle.graph.resolve.Applicability;
import io.whittle.graph.resolve.Applicability.FeatureOut;
import io.whittle.graph.resolve.Applicability.Hindrance;
import io.whittle.graph.resolve.Applicability.OtherPlatform;
import io.whittle.graph.resolve.Applicability.Role;
import io.whittle.graph.resolve.Resolution;

import java.util.List;

/** Says in words why a check is not applicable. */
public final class ApplicabilityText {
    private ApplicabilityText() {}

    /** One text for each hindrance, in their order, without places; none when the check is applicable. */
    public static List<String> reasons(Resolution resolution, Applicability applicability) {
        return applicability.hindrances().stream()
                .map(hindrance -> reason(resolution, hindrance))
                .toList();
    }

    private static String reason(Resolution resolution, Hindrance hindrance) {
        if (hindrance instanceof OtherPlatform other) {
            return "it is for " + other.when() + ", and this is " + other.platform();
        }
        FeatureOut out = (FeatureOut) hindrance;
        String role = out.role() == Role.PROVED ? ", which it proves, is out: " : " is out: ";
        return out.feature() + role + Explanation.of(resolution, out.feature()).text();
    }
}
