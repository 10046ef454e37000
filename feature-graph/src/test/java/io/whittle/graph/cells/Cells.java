package io.whittle.graph.cells;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Matrices of catalogues that are texts. */
final class Cells {
    static final Set<RowKind> EVERY_KIND = EnumSet.allOf(RowKind.class);

    private Cells() {}

    static Matrix of(String catalog, Set<RowKind> kinds, String... platforms) throws Exception {
        return of(catalog, kinds, Integer.MAX_VALUE, platforms);
    }

    static Matrix of(String text, Set<RowKind> kinds, int most, String... names) throws Exception {
        FeatureCatalog catalog =
                CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog();
        List<Platform> platforms = Stream.of(names).map(Platform::parse).toList();
        List<Resolution> profiles = new ArrayList<>();
        for (String profile : catalog.profiles().keySet()) {
            for (Platform platform : platforms) {
                profiles.add(Resolver.resolve(catalog, new Request(profile, platform)));
            }
        }
        return of(new MatrixQuestion(catalog, profiles, platforms, kinds, most));
    }

    static Matrix of(MatrixQuestion question) {
        return MatrixMaker.make(question, ResolutionContent::of, MatrixProgress.SILENT);
    }

    static List<String> names(List<Cell> cells) {
        return cells.stream().map(Cell::name).toList();
    }

    static List<String> ids(Matrix matrix) {
        return matrix.cells().stream().map(Cell::id).toList();
    }
}
