package io.whittle.assembler.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the code of one jar or folder says by itself, whatever else is on the path.
 *
 * @param module its name
 * @param classes all of its classes, such as {@code com.acme.Dns$Cache}
 * @param resources paths of its files that are no classes
 * @param references to classes elsewhere, those of the JDK left out
 * @param names strings that name a class, resource or bundle
 * @param services classes handed to a {@link java.util.ServiceLoader}
 * @param calls classes and names handed to a method elsewhere, which may hand them on
 * @param forwards methods that hand a parameter on
 * @param unknowns uses whose target is not in the code
 * @param provides by service: the providers that files under {@code META-INF/services} name
 * @param handed by method elsewhere that takes a string: from how many places it is called
 * @param parents by class, by their internal names: the class it extends and the interfaces, those of the JDK left out
 * @param skipped classes that could not be read, each with the reason
 * @param asked of the JDK
 * @param packages whose those are that it names, by {@link NameHash}; what is said here holds while they stay so
 */
record UnitUses(
        String module,
        SortedSet<String> classes,
        SortedSet<String> resources,
        List<Reference> references,
        List<Named> names,
        List<Asked> services,
        List<Call> calls,
        List<Forward> forwards,
        List<Unknown> unknowns,
        SortedMap<String, List<String>> provides,
        SortedMap<String, Integer> handed,
        SortedMap<String, List<String>> parents,
        List<String> skipped,
        List<AskedByModule> asked,
        SortedMap<Long, PathPackages.Whose> packages) {
    UnitUses {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        resources = Collections.unmodifiableSortedSet(new TreeSet<>(resources));
        references = List.copyOf(references);
        names = List.copyOf(names);
        services = List.copyOf(services);
        calls = List.copyOf(calls);
        forwards = List.copyOf(forwards);
        unknowns = List.copyOf(unknowns);
        provides = copy(provides);
        handed = Collections.unmodifiableSortedMap(new TreeMap<>(handed));
        parents = copy(parents);
        skipped = List.copyOf(skipped);
        asked = List.copyOf(asked);
        packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
    }

    private static SortedMap<String, List<String>> copy(SortedMap<String, List<String>> lists) {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        lists.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        return Collections.unmodifiableSortedMap(copy);
    }

    /** What a string, or a class, is used as. */
    enum Sink {
        /** The name of a class. */
        CLASS,
        /** The path of a file. */
        RESOURCE,
        /** The name of a resource bundle. */
        BUNDLE,
        /** A service that is loaded. */
        SERVICE
    }

    /**
     * References to one class elsewhere, from places that are alike.
     *
     * @param target the class
     * @param optional whether the code goes on where it is not there
     * @param guards modules and classes for which the methods test before
     * @param places the first of them
     * @param count of all of them
     */
    record Reference(String target, boolean optional, SortedSet<String> guards, List<CodePlace> places, int count) {
        Reference {
            guards = Collections.unmodifiableSortedSet(new TreeSet<>(guards));
            places = List.copyOf(places);
        }
    }

    /**
     * A constant that names something.
     *
     * @param sink as what it is used
     * @param name what it says: a class, a path from the root, a bundle
     * @param optional whether the code goes on where it is not there
     * @param place where
     */
    record Named(Sink sink, String name, boolean optional, CodePlace place) {}

    /**
     * A service that is asked for.
     *
     * @param service its class
     * @param optional whether the code goes on where no provider is there
     * @param place where
     */
    record Asked(String service, boolean optional, CodePlace place) {}

    /**
     * Something handed to a method.
     *
     * @param method owner, name and descriptor
     * @param parameter its index
     * @param constant the class or string; nothing where it is made at run time
     * @param optional whether the code goes on where what comes back is empty
     * @param place where
     */
    record Call(String method, int parameter, Optional<String> constant, boolean optional, CodePlace place) {}

    /**
     * A method that hands a parameter on.
     *
     * @param method owner, name and descriptor
     * @param parameter its index
     * @param sink as what it is used in the end; empty where another method gets it
     * @param next the method that gets it, and there {@code nextParameter}; empty where the sink does
     * @param nextParameter its index there
     * @param optional whether the method itself goes on where it is not there
     * @param place where
     */
    record Forward(
            String method,
            int parameter,
            Optional<Sink> sink,
            String next,
            int nextParameter,
            boolean optional,
            CodePlace place) {}

    /**
     * A use whose target is not in the code.
     *
     * @param sink as what it is used
     * @param place where
     */
    record Unknown(Sink sink, CodePlace place) {}
}
