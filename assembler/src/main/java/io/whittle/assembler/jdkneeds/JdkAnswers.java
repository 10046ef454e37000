package io.whittle.assembler.jdkneeds;

import io.whittle.assembler.modules.TargetJdk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which modules of a JDK answer what code asks; {@link JdkInquiry} asks it. An answer is looked up without asking again. */
public final class JdkAnswers {
    private static final String SSL_CONTEXT = "SSLContext";

    private final TargetJdk jdk;
    private final SecurityServices services;
    private final LocaleAnswers locales;
    private final SortedSet<String> suites;
    private final Map<String, String> charsets;
    private final Map<String, String> fileSystems;
    private final Map<String, String> naming;
    private final Map<String, String> random;
    private final Optional<String> preferredRandom;

    JdkAnswers(TargetJdk jdk, Transcript transcript) {
        this.jdk = jdk;
        services = new SecurityServices(transcript);
        locales = new LocaleAnswers(transcript);
        suites = new RestoredFacts(transcript, "suite").modules();
        charsets = byName(transcript, "charset");
        fileSystems = byName(transcript, "filesystem");
        naming = byName(transcript, "naming");
        random = byName(transcript, "random");
        preferredRandom = transcript.facts(Transcript.ALL, "random-default").stream()
                .map(words -> words.get(0))
                .findFirst();
    }

    /**
     * The modules that answer, none where the JDK has no answer. {@code java.base} stands alone: whoever has it needs no
     * other. Modules that these require are not named.
     */
    public SortedSet<String> modulesFor(JdkAsk ask) {
        SortedSet<String> modules = new TreeSet<>();
        module(ask).ifPresent(modules::add);
        // What a peer offers is not known, so TLS without some of its cipher suites is not the TLS that was asked for.
        boolean tls =
                ask instanceof JdkAsk.SecurityService service && service.type().equals(SSL_CONTEXT);
        if (tls && !modules.isEmpty()) {
            modules.addAll(suites);
        }
        if (modules.size() > 1) {
            modules.remove(Interviewer.BASE);
        }
        return modules;
    }

    private Optional<String> module(JdkAsk ask) {
        if (ask instanceof JdkAsk.SecurityService service) {
            return services.module(service);
        }
        if (ask instanceof JdkAsk.SecurityProvider provider) {
            return services.module(provider);
        }
        if (ask instanceof JdkAsk.CharsetNamed charset) {
            return found(charsets, charset.name());
        }
        if (ask instanceof JdkAsk.FileSystem fileSystem) {
            return found(fileSystems, fileSystem.scheme());
        }
        if (ask instanceof JdkAsk.Language data) {
            return locales.module(data.tag());
        }
        if (ask instanceof JdkAsk.Naming name) {
            return found(naming, name.scheme());
        }
        if (ask instanceof JdkAsk.ContextFactory factory) {
            return moduleOf(factory.className());
        }
        if (ask instanceof JdkAsk.RandomNumbers numbers) {
            return numbers.algorithm().map(name -> found(random, name)).orElse(preferredRandom);
        }
        throw new IllegalArgumentException("nothing is known of " + ask.text());
    }

    private Optional<String> moduleOf(String className) {
        String name = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        return jdk.modules().values().stream()
                .filter(module -> module.packages().contains(name))
                .map(module -> module.name())
                .findFirst();
    }

    private static Optional<String> found(Map<String, String> modules, String name) {
        return Optional.ofNullable(modules.get(name.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> byName(Transcript transcript, String kind) {
        Map<String, String> modules = new HashMap<>();
        for (List<String> words : transcript.facts(Transcript.ALL, kind)) {
            modules.putIfAbsent(words.get(1).toUpperCase(Locale.ROOT), words.get(0));
        }
        return modules;
    }
}
