package io.whittle.assembler.jdkneeds;

import java.util.Optional;

/** Which module holds the data of a language. */
final class LocaleAnswers {
    private static final String ROOT = "und";

    private final RestoredFacts locales;

    LocaleAnswers(Transcript transcript) {
        locales = new RestoredFacts(transcript, "locale");
    }

    /**
     * For a language tag: a locale without data of its own takes that of its parent, and at last that of the root, which every
     * JDK has. What is exact in the whole JDK has to be exact in the image.
     */
    Optional<String> module(String tag) {
        for (String name = tag; !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('-')))) {
            Optional<String> module = locales.module(name);
            if (module.isPresent()) {
                return module;
            }
        }
        return locales.module(ROOT);
    }
}
