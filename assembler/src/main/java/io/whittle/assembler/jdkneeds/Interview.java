package io.whittle.assembler.jdkneeds;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.spi.FileSystemProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs in the JDK that is asked and prints what it has, a fact a line, words parted by tabs: see {@link Transcript} for the
 * words. It is compiled by itself for Java 9, the oldest that can be linked, and knows no other class of this program.
 */
final class Interview {
    /** Argument: tell everything, not only what depends on which modules are there. */
    private static final String EVERYTHING = "everything";

    private static final String ALIAS = "Alg.Alias.";

    private static final String URL_CONTEXTS = "com.sun.jndi.url.";

    private final PrintStream out;

    private Interview(PrintStream out) {
        this.out = out;
    }

    /** Tells everything with the argument {@code everything}, and otherwise what has to be compared from run to run. */
    public static void main(String[] arguments) throws Exception {
        Thread watch = new Thread(Interview::endWithTheAsker, "end with the asker");
        watch.setDaemon(true);
        watch.start();
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        Interview interview = new Interview(out);
        interview.suites();
        interview.locales();
        if (Arrays.asList(arguments).contains(EVERYTHING)) {
            interview.security();
            interview.charsets();
            interview.fileSystems();
            interview.naming();
            interview.randomNumbers();
            interview.candidates();
        }
        out.flush();
    }

    // Whoever asks holds the other end of this pipe: when it is killed, nobody waits for the answers.
    private static void endWithTheAsker() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException closed) {
            System.err.println(closed);
        }
        Runtime.getRuntime().halt(1);
    }

    private void suites() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[0], new TrustManager[0], null);
        tell(Stream.of(context.getSupportedSSLParameters().getCipherSuites()).map(suite -> line("suite", suite)));
    }

    private void locales() {
        tell(Stream.of(Locale.getAvailableLocales()).map(locale -> line("locale", locale.toLanguageTag())));
    }

    private void security() {
        // The order of the providers is that of preference.
        for (Provider provider : Security.getProviders()) {
            tell(Stream.of(line("provider", moduleOf(provider.getClass()), provider.getName())));
            tell(provider.getServices().stream().map(Interview::service));
            tell(provider.keySet().stream().map(Object::toString).flatMap(key -> alias(provider, key)));
        }
    }

    private static String service(Provider.Service service) {
        return line(
                "service",
                service.getType(),
                service.getAlgorithm(),
                orNothing(service.getAttribute("SupportedModes")),
                orNothing(service.getAttribute("SupportedPaddings")));
    }

    private static Stream<String> alias(Provider provider, String key) {
        int dot = key.indexOf('.', ALIAS.length());
        return key.startsWith(ALIAS) && dot > 0
                ? Stream.of(line(
                        "alias", key.substring(ALIAS.length(), dot), key.substring(dot + 1), provider.getProperty(key)))
                : Stream.empty();
    }

    private void charsets() {
        tell(Charset.availableCharsets().values().stream()
                .flatMap(charset -> Stream.concat(Stream.of(charset.name()), charset.aliases().stream())
                        .map(name -> line("charset", moduleOf(charset.getClass()), name))));
    }

    private void fileSystems() {
        tell(FileSystemProvider.installedProviders().stream()
                .map(provider -> line("filesystem", moduleOf(provider.getClass()), provider.getScheme())));
    }

    // JNDI forms the name of the class from that of the scheme: javax.naming.spi.NamingManager.getURLContext.
    private void naming() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Module module : ModuleLayer.boot().modules()) {
            for (String name : module.getPackages()) {
                if (name.startsWith(URL_CONTEXTS)) {
                    String scheme = name.substring(URL_CONTEXTS.length());
                    String factory = name.replace('.', '/') + "/" + scheme + "URLContextFactory.class";
                    try (InputStream found = module.getResourceAsStream(factory)) {
                        if (found != null) {
                            lines.add(line("naming", module.getName(), scheme));
                        }
                    }
                }
            }
        }
        tell(lines.stream());
    }

    // By reflection: these generators are there since Java 17.
    private void randomNumbers() throws ReflectiveOperationException {
        if (!Object.class.getModule().getPackages().contains("java.util.random")) {
            return;
        }
        Class<?> factories = Class.forName("java.util.random.RandomGeneratorFactory");
        List<String> lines = new ArrayList<>();
        Iterator<?> all = ((Stream<?>) factories.getMethod("all").invoke(null)).iterator();
        while (all.hasNext()) {
            Object factory = all.next();
            Object generator = factories.getMethod("create").invoke(factory);
            String algorithm = (String) factories.getMethod("name").invoke(factory);
            lines.add(line("random", moduleOf(generator.getClass()), algorithm));
        }
        Object preferred = factories.getMethod("getDefault").invoke(null);
        Object generator = factories.getMethod("create").invoke(preferred);
        lines.add(line("random-default", moduleOf(generator.getClass())));
        tell(lines.stream());
    }

    // Whoever adds to what java.base does provides one of its services. Two kinds are known to change what is compared
    // from run
    // to run, so they are tried before others.
    private void candidates() {
        tell(ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getDescriptor().provides().stream()
                        .map(provides -> provides.service())
                        .filter(Interview::isOfBase)
                        .map(service -> service.startsWith("sun.util.") || hasKeyAgreement(module) ? "likely" : "other")
                        .map(how -> line("candidate", module.getName(), how))));
    }

    private static boolean isOfBase(String service) {
        return Object.class.getModule().getPackages().contains(service.substring(0, service.lastIndexOf('.')));
    }

    private static boolean hasKeyAgreement(Module module) {
        return Arrays.stream(Security.getProviders())
                .filter(provider -> provider.getClass().getModule().equals(module))
                .flatMap(provider -> provider.getServices().stream())
                .anyMatch(service -> service.getType().equals("KeyAgreement"));
    }

    private static String moduleOf(Class<?> type) {
        return type.getModule().getName();
    }

    private static String orNothing(String value) {
        return value == null ? "" : value;
    }

    private static String line(String... words) {
        return String.join("\t", words);
    }

    // Sorted: sets tell the same in another order in each run, and what is kept should be the same.
    private void tell(Stream<String> lines) {
        lines.distinct().sorted().forEach(out::println);
    }
}
