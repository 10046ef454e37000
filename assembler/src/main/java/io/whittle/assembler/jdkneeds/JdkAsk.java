package io.whittle.assembler.jdkneeds;

import java.util.Optional;

/** What code asks of the JDK by a name that no module descriptor shows. */
public sealed interface JdkAsk {
    /** As reports tell it, such as {@code KeyPairGenerator EC}. */
    String text();

    /** The module of the JDK with whose classes code asks: where that one is missing, the code that asks cannot run. */
    default String by() {
        return this instanceof Naming || this instanceof ContextFactory ? "java.naming" : "java.base";
    }

    /**
     * An algorithm, of the security provider that is named or else of any.
     *
     * @param type of the service, such as {@code KeyPairGenerator}
     * @param algorithm as it is asked for, such as {@code EC} or {@code AES/GCM/NoPadding}
     * @param provider the one provider that may answer
     */
    record SecurityService(String type, String algorithm, Optional<String> provider) implements JdkAsk {
        /** Of whichever provider has it. */
        public SecurityService(String type, String algorithm) {
            this(type, algorithm, Optional.empty());
        }

        @Override
        public String text() {
            return type + " " + algorithm + provider.map(name -> " of " + name).orElse("");
        }
    }

    /**
     * A security provider itself.
     *
     * @param name such as {@code SunEC}
     */
    record SecurityProvider(String name) implements JdkAsk {
        @Override
        public String text() {
            return "security provider " + name;
        }
    }

    /**
     * A charset.
     *
     * @param name or alias, such as {@code IBM037}
     */
    record CharsetNamed(String name) implements JdkAsk {
        @Override
        public String text() {
            return "charset " + name;
        }
    }

    /**
     * A kind of file system.
     *
     * @param scheme of its URIs; {@code jar} is the one that is made of a zip file
     */
    record FileSystem(String scheme) implements JdkAsk {
        @Override
        public String text() {
            return "file system " + scheme;
        }
    }

    /**
     * What is known of a language: names of months, formats of numbers and the like.
     *
     * @param tag of the language, such as {@code fr} or {@code pt-BR}; {@code und} for none
     */
    record Language(String tag) implements JdkAsk {
        @Override
        public String text() {
            return "locale data " + tag;
        }
    }

    /**
     * A naming service that JNDI reaches by URL.
     *
     * @param scheme such as {@code dns}
     */
    record Naming(String scheme) implements JdkAsk {
        @Override
        public String text() {
            return "JNDI " + scheme + ":";
        }
    }

    /**
     * A naming service that JNDI reaches by the class of its factory.
     *
     * @param className such as {@code com.sun.jndi.dns.DnsContextFactory}
     */
    record ContextFactory(String className) implements JdkAsk {
        @Override
        public String text() {
            return "JNDI factory " + className;
        }
    }

    /**
     * A generator of random numbers.
     *
     * @param algorithm such as {@code L64X128MixRandom}; empty for whichever the JDK prefers
     */
    record RandomNumbers(Optional<String> algorithm) implements JdkAsk {
        @Override
        public String text() {
            return "random generator " + algorithm.orElse("by default");
        }
    }
}
