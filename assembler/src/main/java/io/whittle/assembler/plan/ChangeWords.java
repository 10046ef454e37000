package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.JarChange;

import java.util.List;
import java.util.stream.Collectors;

/** What is other in a jar, in one line of a console; plan.json says it in full. */
final class ChangeWords {
    private ChangeWords() {}

    static String line(ApplicationModule module) {
        return line(
                module.name(),
                module.entry().label(),
                module.changed().map(ChangedJar::changes).orElse(List.of()));
    }

    static String line(String name, String label, List<JarChange> changes) {
        return name + " is linked from a changed copy of " + label + ": "
                + changes.stream()
                        .map(JarChange::kind)
                        .distinct()
                        .map(ChangeWords::clause)
                        .collect(Collectors.joining(", "));
    }

    private static String clause(JarChange.Kind kind) {
        return switch (kind) {
            case DESCRIPTOR_MADE -> "a descriptor was made";
            case REQUIREMENTS_ADDED -> "requirements were added";
            case REQUIREMENTS_MADE_OPTIONAL -> "requirements were made optional";
            case PACKAGES_MERGED -> "packages were merged";
            case JDK_PACKAGES_DROPPED -> "packages of the JDK were left out";
            case PROVIDERS_LEFT_OUT -> "providers were left out";
            case SIGNATURE_DROPPED -> "its signature was left out";
            case UNNAMED_PACKAGE_DROPPED -> "classes without a package were left out";
            case NATIVES_CUT -> "native files for other platforms were left out";
            case NATIVES_LAID -> "its native files lie in lib/";
            case NATIVES_MISSING -> "none of its native files is for this platform";
        };
    }
}
