package io.whittle.assembler.modules;

import java.util.Locale;

/**
 * Something that is other in an image than in the jar that was found.
 *
 * @param kind what it is
 * @param detail what exactly, for people: a clause without its end
 */
public record JarChange(Kind kind, String detail) {
    /** What can be other. */
    public enum Kind {
        /** The jar had no descriptor. */
        DESCRIPTOR_MADE,
        /** Its descriptor got requirements, as the catalogue says. */
        REQUIREMENTS_ADDED,
        /** Requirements became {@code static}, as the catalogue says. */
        REQUIREMENTS_MADE_OPTIONAL,
        /** It holds what others held, or what it held is in another. */
        PACKAGES_MERGED,
        /** Packages that are the JDK's were left out. */
        JDK_PACKAGES_DROPPED,
        /** Files under {@code META-INF/services} name what cannot be provided. */
        PROVIDERS_LEFT_OUT,
        /** Its signature was left out. */
        SIGNATURE_DROPPED,
        /** Classes without a package were left out. */
        UNNAMED_PACKAGE_DROPPED,
        /** Native files for other platforms than the image's were left out. */
        NATIVES_CUT,
        /** Native files lie in the image's {@code lib/} and not in the jar. */
        NATIVES_LAID,
        /** None of its native files is for the image's platform. */
        NATIVES_MISSING;

        /** As documents spell it, such as {@code descriptor-made}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
