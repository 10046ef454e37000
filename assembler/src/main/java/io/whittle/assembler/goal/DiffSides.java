package io.whittle.assembler.goal;

import io.whittle.assembler.diff.Kind;
import io.whittle.assembler.diff.OutputReader;
import io.whittle.assembler.diff.Side;
import io.whittle.assembler.diff.Sides;
import io.whittle.assembler.diff.UnusableSideException;
import io.whittle.assembler.lock.LockException;
import io.whittle.assembler.lock.LockReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Request;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads both sides of a comparison: those of builds and locks first, then catalogues, for the images that anyone asks of them. */
final class DiffSides {
    private final DiffRequest request;
    private final List<String> faults = new ArrayList<>();

    DiffSides(DiffRequest request) {
        this.request = request;
    }

    /** The former and the later. */
    List<Side> of(Path named) throws GoalException, IOException {
        DiffEnd from = DiffEnd.of(named, "whittle.from", faults);
        Optional<DiffEnd> to = request.to().isPresent()
                ? Optional.of(DiffEnd.of(request.to().get(), "whittle.to", faults))
                : Optional.empty();
        fail();
        Optional<Side> former = read(from);
        fail();
        DiffEnd later = to.isPresent()
                ? to.get()
                : new DiffDefault(request, faults)
                        .of(from, former.flatMap(side -> side.keys().stream().findFirst()));
        fail();
        Optional<Side> read = read(later);
        Optional<FeatureCatalog> formerCatalog = catalog(from);
        Optional<FeatureCatalog> laterCatalog = catalog(later);
        fail();
        Set<Request> requests = new LinkedHashSet<>();
        List.of(former, read)
                .forEach(side -> side.ifPresent(known ->
                        known.keys().forEach(key -> requests.add(new Request(key.profile(), key.platform())))));
        CatalogImages ofCatalogs = new CatalogImages(request, faults);
        formerCatalog.ifPresent(catalog -> requests.addAll(ofCatalogs.asked(catalog)));
        laterCatalog.ifPresent(catalog -> requests.addAll(ofCatalogs.asked(catalog)));
        fail();
        DiffScope scope = DiffScope.of(request, faults);
        List<Side> sides = List.of(
                former.orElseGet(() -> ofCatalogs.side(from.name(), formerCatalog.orElseThrow(), requests)),
                read.orElseGet(() -> ofCatalogs.side(later.name(), laterCatalog.orElseThrow(), requests)));
        scope.holdNames(sides, faults);
        fail();
        List<Side> some = sides.stream().map(scope::of).toList();
        scope.holdImages(some, faults);
        fail();
        return some;
    }

    /** All but catalogues. */
    private Optional<Side> read(DiffEnd end) throws IOException {
        try {
            if (end.kind() == Kind.LOCK) {
                return LockReader.read(end.path()).map(lock -> Sides.of(end.name(), lock));
            }
            return end.kind() == Kind.CATALOG
                    ? Optional.empty()
                    : Optional.of(OutputReader.read(end.name(), end.path()));
        } catch (LockException broken) {
            faults.add(broken.getMessage());
        } catch (UnusableSideException unusable) {
            faults.addAll(unusable.faults());
        }
        return Optional.empty();
    }

    private Optional<FeatureCatalog> catalog(DiffEnd end) {
        if (end.kind() != Kind.CATALOG) {
            return Optional.empty();
        }
        try {
            return Optional.of(Resolutions.read(end.path()).catalog());
        } catch (GoalException broken) {
            faults.addAll(broken.faults());
            return Optional.empty();
        }
    }

    private void fail() throws GoalException {
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
    }
}
