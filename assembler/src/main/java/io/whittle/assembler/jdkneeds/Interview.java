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
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs in the JDK that is asked and prints what it has, a fact a line, words parted by tabs: see {@link Transcript} for the
 * words. It is compiled by itself for Java 9, the oldest that can be linked, and knows no other class of this program.
 */
final class Interview {
    /** Argument: tell everything, not only what depends on which modules are there. */
    private static final String EVERYTHING = "everything";

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
        for (String suite : context.getSupportedSSLParameters().getCipherSuites()) {
            tell("suite", suite);
        }
    }

    private void locales() {
        for (Locale locale : Locale.getAvailableLocales()) {
            tell("locale", locale.toLanguageTag());
        }
    }

    private void security() {
        for (Provider provider : Security.getProviders()) {
            tell("provider", moduleOf(provider.getClass()), provider.getName());
            for (Provider.Service service : provider.getServices()) {
                tell(
                        "service",
                        service.getType(),
                        service.getAlgorithm(),
                        orNothing(service.getAttribute("SupportedModes")),
                        orNothing(service.getAttribute("SupportedPaddings")));
            }
            for (Object key : provider.keySet()) {
                String name = key.toString();
                String prefix = "Alg.Alias.";
                int dot = name.indexOf('.', prefix.length());
                if (name.startsWith(prefix) && dot > 0) {
                    String type = name.substring(prefix.length(), dot);
                    tell("alias", type, name.substring(dot + 1), provider.getProperty(name));
                }
            }
        }
    }

    private void charsets() {
        for (Charset charset : Charset.availableCharsets().values()) {
            tell("charset", moduleOf(charset.getClass()), charset.name());
            for (String alias : charset.aliases()) {
                tell("charset", moduleOf(charset.getClass()), alias);
            }
        }
    }

    private void fileSystems() {
        for (FileSystemProvider provider : FileSystemProvider.installedProviders()) {
            tell("filesystem", moduleOf(provider.getClass()), provider.getScheme());
        }
    }

    // JNDI forms the name of the class from that of the scheme: javax.naming.spi.NamingManager.getURLContext.
    private void naming() throws IOException {
        for (Module module : ModuleLayer.boot().modules()) {
            for (String name : module.getPackages()) {
                if (name.startsWith(URL_CONTEXTS)) {
                    String scheme = name.substring(URL_CONTEXTS.length());
                    String factory = name.replace('.', '/') + "/" + scheme + "URLContextFactory.class";
                    try (InputStream found = module.getResourceAsStream(factory)) {
                        if (found != null) {
                            tell("naming", module.getName(), scheme);
                        }
                    }
                }
            }
        }
    }

    // By reflection: these generators are there since Java 17.
    private void randomNumbers() throws ReflectiveOperationException {
        if (!Object.class.getModule().getPackages().contains("java.util.random")) {
            return;
        }
        Class<?> factories = Class.forName("java.util.random.RandomGeneratorFactory");
        Iterator<?> all = ((Stream<?>) factories.getMethod("all").invoke(null)).iterator();
        while (all.hasNext()) {
            Object factory = all.next();
            Object generator = factories.getMethod("create").invoke(factory);
            String algorithm = (String) factories.getMethod("name").invoke(factory);
            tell("random", moduleOf(generator.getClass()), algorithm);
        }
        Object preferred = factories.getMethod("getDefault").invoke(null);
        Object generator = factories.getMethod("create").invoke(preferred);
        tell("random-default", moduleOf(generator.getClass()));
    }

    // Whoever adds to what java.base does provides one of its services. Two kinds are known to change what is compared
    // from run
    // to run, so they are tried before others.
    private void candidates() {
        for (Module module : ModuleLayer.boot().modules()) {
            module.getDescriptor().provides().stream()
                    .map(provides -> provides.service())
                    .filter(Interview::isOfBase)
                    .map(service -> service.startsWith("sun.util.") || hasKeyAgreement(module) ? "likely" : "other")
                    .distinct()
                    .forEach(how -> tell("candidate", module.getName(), how));
        }
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

    private void tell(String... words) {
        out.println(String.join("\t", words));
    }
}
