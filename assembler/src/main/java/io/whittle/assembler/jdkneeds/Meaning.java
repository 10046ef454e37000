package io.whittle.assembler.jdkneeds;

import org.objectweb.asm.Type;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a constant argument of a call asks of the JDK. */
enum Meaning {
    /** An algorithm of the service that the class is named after; a second text names the one provider that may have it. */
    ALGORITHM {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            String type = service(call);
            Stream<Optional<String>> providers = arguments(call).size() == 1
                    ? Stream.of(Optional.empty())
                    : Texts.whole(call.argument(1)).map(Optional::of);
            return providers.flatMap(provider -> Texts.whole(call.argument(argument))
                    .map(algorithm -> new JdkAsk.SecurityService(type, algorithm, provider)));
        }
    },
    /** A key pair on a curve that is named. */
    CURVE {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Texts.whole(call.argument(argument))
                    .map(curve -> new JdkAsk.SecurityService("KeyPairGenerator", "EC"));
        }
    },
    /** Keys of a scheme that has no other parameter than its name. */
    KEY_SCHEME {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Texts.whole(call.argument(argument))
                    .map(name -> new JdkAsk.SecurityService("KeyPairGenerator", name));
        }
    },
    PROVIDER {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Texts.whole(call.argument(argument)).map(JdkAsk.SecurityProvider::new);
        }
    },
    /** TLS as the JDK has it, whatever the arguments. */
    TLS {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Stream.of(DEFAULT_TLS);
        }
    },
    /** TLS where a URI begins with https. */
    HTTPS {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return schemes(call, argument).filter("https"::equals).map(scheme -> DEFAULT_TLS);
        }
    },
    CHARSET {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Texts.whole(call.argument(argument)).map(JdkAsk.CharsetNamed::new);
        }
    },
    /** The file system of a URI. */
    FILE_SYSTEM {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return schemes(call, argument).map(JdkAsk.FileSystem::new);
        }
    },
    /** A URI into a jar: who makes one that is no URL wants the file system. */
    JAR_URI {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return schemes(call, argument).filter(JAR::equals).map(JdkAsk.FileSystem::new);
        }
    },
    /** A file system made of a file: of a zip, the only kind of file that a JDK has a provider for. */
    ZIP {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Stream.of(new JdkAsk.FileSystem(JAR));
        }
    },
    LOCALE {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Locales.tags(call.argument(argument)).map(JdkAsk.Language::new);
        }
    },
    /** A name that JNDI looks up: as a URL, or below one. */
    JNDI_NAME {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return schemes(call, argument).map(JdkAsk.Naming::new);
        }
    },
    /** A value of the environment of JNDI, where the argument before it is the key. */
    JNDI_ENVIRONMENT {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Texts.whole(call.argument(argument - 1)).flatMap(key -> switch (key) {
                case "java.naming.provider.url" -> schemes(call, argument).map(JdkAsk.Naming::new);
                case "java.naming.factory.initial" ->
                    Texts.whole(call.argument(argument)).map(JdkAsk.ContextFactory::new);
                default -> Stream.empty();
            });
        }
    },
    RANDOM_NUMBERS {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Texts.whole(call.argument(argument)).map(name -> new JdkAsk.RandomNumbers(Optional.of(name)));
        }
    },
    PREFERRED_RANDOM_NUMBERS {
        @Override
        Stream<JdkAsk> asks(Flow.Origin call, int argument) {
            return Stream.of(new JdkAsk.RandomNumbers(Optional.empty()));
        }
    };

    private static final String JAR = "jar";

    /** As {@code SSLContext.getDefault()} itself asks for it. */
    private static final JdkAsk DEFAULT_TLS = new JdkAsk.SecurityService("SSLContext", "Default");

    /** RFC 3986, 3.1. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");

    /**
     * What the call asks; nothing where the constant is not known.
     *
     * @param call the call
     * @param argument which of its arguments counts
     */
    abstract Stream<JdkAsk> asks(Flow.Origin call, int argument);

    /** How some text of a class begins, in lower case, that asks this at all; empty where any may do. */
    String beginning() {
        return switch (this) {
            case HTTPS -> "https:";
            case JAR_URI -> "jar:";
            case JNDI_ENVIRONMENT -> "java.naming.";
            default -> "";
        };
    }

    private static Stream<String> schemes(Flow.Origin call, int argument) {
        return Texts.beginnings(call.argument(argument))
                .map(SCHEME::matcher)
                .filter(Matcher::lookingAt)
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT))
                .distinct();
    }

    private static String service(Flow.Origin call) {
        String owner = call.call().owner;
        return owner.substring(owner.lastIndexOf('/') + 1);
    }

    private static List<Type> arguments(Flow.Origin call) {
        return List.of(Type.getArgumentTypes(call.call().desc));
    }
}
