package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;
import io.whittle.assembler.modules.ApplicationModule;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Joins what each jar says by itself: a name becomes a use once it is known whose it is. */
final class EvidenceJoin {
    private final Map<String, ApplicationModule> modules = new LinkedHashMap<>();
    private final Map<String, UnitUses> units = new LinkedHashMap<>();
    private final Map<String, String> ownerOfClass = new HashMap<>();
    private final Map<String, String> ownerOfPackage = new HashMap<>();
    private final Map<String, String> ownerOfFile = new HashMap<>();
    private final Set<String> sharedFiles = new HashSet<>();
    private final Map<Key, Sum> uses = new LinkedHashMap<>();

    private record Key(String from, String to, Grade grade, boolean optional, String what) {}

    private static final class Sum {
        private final TreeSet<CodePlace> places = new TreeSet<>();
        private int count;
    }

    private EvidenceJoin(List<ApplicationModule> modules, List<UnitUses> units) {
        for (ApplicationModule module : modules) {
            this.modules.put(module.name(), module);
            // A package in two jars is nobody's.
            module.reference()
                    .descriptor()
                    .packages()
                    .forEach(name -> ownerOfPackage.merge(name.replace('.', '/'), module.name(), (one, other) -> ""));
        }
        for (UnitUses unit : units) {
            this.units.put(unit.module(), unit);
            unit.classes().forEach(type -> ownerOfClass.putIfAbsent(type, unit.module()));
            for (String file : unit.resources()) {
                if (ownerOfFile.putIfAbsent(file, unit.module()) != null) {
                    sharedFiles.add(file);
                }
            }
        }
    }

    static Evidence of(List<ApplicationModule> modules, List<UnitUses> units) {
        return new EvidenceJoin(modules, units).join();
    }

    private Evidence join() {
        modules.values().forEach(this::descriptor);
        units.values().forEach(this::code);
        Handing handing = new Handing(units.values());
        units.values().forEach(unit -> unit.calls().forEach(call -> handed(unit, call, handing)));
        List<Use> all = new ArrayList<>();
        uses.forEach((key, sum) -> all.add(new Use(
                key.from(), key.to(), key.grade(), key.optional(), key.what(), List.copyOf(sum.places), sum.count)));
        all.sort(Comparator.comparing(Use::from)
                .thenComparing(Use::to)
                .thenComparing(Use::grade)
                .thenComparing(Use::optional)
                .thenComparing(Use::what));
        return new Evidence(
                all,
                services(handing),
                provisions(),
                undecided(handing),
                units.values().stream()
                        .flatMap(unit -> unit.asked().stream())
                        .sorted(Comparator.comparing(AskedByModule::module).thenComparing(AskedByModule::place))
                        .toList(),
                units.values().stream().flatMap(unit -> unit.skipped().stream()).toList());
    }

    private void descriptor(ApplicationModule module) {
        ModuleDescriptor descriptor = module.reference().descriptor();
        if (descriptor.isAutomatic()) {
            return;
        }
        for (ModuleDescriptor.Requires requires : descriptor.requires()) {
            boolean optional = requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC);
            add(module.name(), requires.name(), Grade.BYTECODE, optional, "requires", inDescriptor(module));
        }
        // Who is named there may be missing: the JVM does not mind.
        descriptor
                .opens()
                .forEach(opens -> opens.targets()
                        .forEach(target ->
                                add(module.name(), target, Grade.BYTECODE, true, "opens to", inDescriptor(module))));
    }

    private static CodePlace inDescriptor(ApplicationModule module) {
        return new CodePlace(module.name(), "module-info", "", Optional.of("module-info.java"), 0);
    }

    private void code(UnitUses unit) {
        for (UnitUses.Reference reference : unit.references()) {
            String owner = ownerOfClass.get(reference.target());
            if (owner != null && !owner.equals(unit.module())) {
                boolean optional =
                        reference.optional() || isGuarded(reference, owner) || isStatic(unit.module(), owner);
                Sum sum = sum(unit.module(), owner, Grade.BYTECODE, optional, reference.target());
                sum.places.addAll(reference.places());
                sum.count += reference.count();
            }
        }
        for (UnitUses.Named named : unit.names()) {
            owner(unit, named)
                    .ifPresent(owner ->
                            add(unit.module(), owner, Grade.CONSTANT, named.optional(), named.name(), named.place()));
        }
        unit.provides().forEach((service, providers) -> {
            String owner = ownerOfClass.get(service);
            if (owner != null && !unit.classes().contains(service)) {
                CodePlace place = new CodePlace(unit.module(), "META-INF/services/" + service, "", Optional.empty(), 0);
                add(unit.module(), owner, Grade.SERVICE, false, service, place);
            }
        });
    }

    /** Whether the module is tested for before, or a class of it. */
    private boolean isGuarded(UnitUses.Reference reference, String owner) {
        return reference.guards().stream()
                .anyMatch(guard -> guard.equals(owner) || owner.equals(ownerOfClass.get(guard)));
    }

    /** What a method gets that hands it on to where it is found. */
    private void handed(UnitUses unit, UnitUses.Call call, Handing handing) {
        call.constant().ifPresent(name -> {
            for (Sink sink : List.of(Sink.CLASS, Sink.RESOURCE, Sink.BUNDLE)) {
                handing.of(call.method(), call.parameter(), sink, call.optional())
                        .ifPresent(optional -> {
                            // Such a path is from the root, or else in the package of the class that looks for it.
                            String whole = sink == Sink.RESOURCE && name.startsWith("/") ? name.substring(1) : name;
                            UnitUses.Named named = new UnitUses.Named(sink, whole, optional, call.place());
                            owner(unit, named)
                                    .ifPresent(owner ->
                                            add(unit.module(), owner, Grade.CONSTANT, optional, name, call.place()));
                        });
            }
        });
    }

    private Optional<String> owner(UnitUses unit, UnitUses.Named named) {
        String name = named.name();
        return switch (named.sink()) {
            // Of two classes of one name the jar's own is meant.
            case CLASS, SERVICE ->
                unit.classes().contains(name) ? Optional.empty() : Optional.ofNullable(ownerOfClass.get(name));
            case RESOURCE -> ownerOfFile(unit, name).or(() -> ownerOfPackage(name));
            case BUNDLE ->
                Optional.ofNullable(ownerOfClass.get(name))
                        .or(() -> ownerOfFile(unit, name.replace('.', '/') + ".properties"));
        };
    }

    /** A file that several have, or that the code's own jar has, tells nothing. */
    private Optional<String> ownerOfFile(UnitUses unit, String path) {
        return unit.resources().contains(path) || sharedFiles.contains(path)
                ? Optional.empty()
                : Optional.ofNullable(ownerOfFile.get(path));
    }

    private Optional<String> ownerOfPackage(String path) {
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Optional.ofNullable(ownerOfPackage.get(folder)).filter(modules::containsKey);
    }

    private boolean isStatic(String module, String required) {
        return modules.get(module).reference().descriptor().requires().stream()
                .anyMatch(requires -> requires.name().equals(required)
                        && requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC));
    }

    private void add(String from, String to, Grade grade, boolean optional, String what, CodePlace place) {
        if (!from.equals(to) && modules.containsKey(to)) {
            Sum sum = sum(from, to, grade, optional, what);
            sum.places.add(place);
            sum.count++;
        }
    }

    private Sum sum(String from, String to, Grade grade, boolean optional, String what) {
        return uses.computeIfAbsent(new Key(from, to, grade, optional, what), key -> new Sum());
    }

    private List<ServiceUse> services(Handing handing) {
        Set<ServiceUse> services = new LinkedHashSet<>();
        for (UnitUses unit : units.values()) {
            unit.services()
                    .forEach(asked -> services.add(
                            new ServiceUse(unit.module(), asked.service(), asked.optional(), asked.place())));
            for (UnitUses.Call call : unit.calls()) {
                Optional<Boolean> optional = handing.of(call.method(), call.parameter(), Sink.SERVICE, call.optional());
                if (optional.isPresent() && call.constant().isPresent()) {
                    services.add(new ServiceUse(unit.module(), call.constant().get(), optional.get(), call.place()));
                }
            }
        }
        for (ApplicationModule module : modules.values()) {
            for (String service : module.reference().descriptor().uses()) {
                // The code says more than the descriptor, where it can be seen.
                if (services.stream()
                        .noneMatch(use -> use.module().equals(module.name())
                                && use.service().equals(service))) {
                    services.add(new ServiceUse(module.name(), service, true, inDescriptor(module)));
                }
            }
        }
        return services.stream()
                .sorted(Comparator.comparing(ServiceUse::module)
                        .thenComparing(ServiceUse::service)
                        .thenComparing(ServiceUse::optional)
                        .thenComparing(ServiceUse::place))
                .toList();
    }

    private List<Provision> provisions() {
        Set<Provision> provisions = new LinkedHashSet<>();
        for (ApplicationModule module : modules.values()) {
            ModuleDescriptor descriptor = module.reference().descriptor();
            descriptor
                    .provides()
                    .forEach(provides -> provides.providers()
                            .forEach(provider ->
                                    provisions.add(new Provision(module.name(), provides.service(), provider))));
            // In a module with a descriptor these files say nothing.
            if (descriptor.isAutomatic()) {
                units.get(module.name())
                        .provides()
                        .forEach((service, providers) -> providers.forEach(
                                provider -> provisions.add(new Provision(module.name(), service, provider))));
            }
        }
        return provisions.stream()
                .sorted(Comparator.comparing(Provision::service)
                        .thenComparing(Provision::module)
                        .thenComparing(Provision::provider))
                .toList();
    }

    private List<Undecided> undecided(Handing handing) {
        Openness openness = new Openness(units.values(), handing);
        List<Undecided> undecided = new ArrayList<>();
        for (UnitUses unit : units.values()) {
            unit.unknowns()
                    .forEach(unknown -> what(unknown.sink())
                            .ifPresent(what -> undecided.add(new Undecided(unit.module(), what, unknown.place()))));
            // A method that hands its parameter on is decided where all who call it name what they hand.
            unit.forwards().stream()
                    .filter(forward -> forward.sink().isPresent() && openness.isOpen(forward))
                    .forEach(forward -> what(forward.sink().get())
                            .ifPresent(what -> undecided.add(new Undecided(unit.module(), what, forward.place()))));
        }
        undecided.sort(Comparator.comparing(Undecided::module).thenComparing(Undecided::place));
        return undecided;
    }

    private static Optional<Undecided.What> what(Sink sink) {
        return switch (sink) {
            case CLASS -> Optional.of(Undecided.What.CLASS);
            case SERVICE -> Optional.of(Undecided.What.SERVICE);
            case RESOURCE, BUNDLE -> Optional.empty();
        };
    }
}
