package io.whittle.graph.edit;

import java.util.Optional;

/**
 * One entry that is to be added to a list of the catalogue.
 *
 * @param feature the feature that gets it; empty for base
 * @param list the list it goes into
 * @param entry the entry as the file spells it, such as {@code netstack} or {@code {feature: netstack, when: linux}}
 * @param because why, for a comment behind the entry; one line
 */
public record Addition(Optional<String> feature, Key list, String entry, Optional<String> because) {
    /** Lists that can be added to. */
    public enum Key {
        /** Features it cannot do without. */
        REQUIRES("requires"),
        /** Capabilities of which it wants a provider. */
        NEEDS("needs"),
        /** Features it uses where they are there. */
        IF_PRESENT("ifPresent"),
        /** Modules it owns. */
        MODULES("modules"),
        /** Modules of the JDK that no {@code requires} shows. */
        JDK_MODULES("jdkModules"),
        /** Uses that no bytecode shows. */
        DYNAMIC("dynamic");

        private final String word;

        Key(String word) {
            this.word = word;
        }

        /** As the file spells it. */
        public String word() {
            return word;
        }
    }

    /** {@code features.dns.requires: netstack}. */
    @Override
    public String toString() {
        return feature.map(name -> "features." + name).orElse("base") + "." + list.word() + ": " + entry;
    }
}
