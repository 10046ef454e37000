package io.whittle.assembler.goal;

import io.whittle.assembler.report.ExpectedImage;
import io.whittle.assembler.report.Results;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.cells.Matrix;
import io.whittle.graph.cells.ResolutionContent;
import io.whittle.graph.cells.RowKind;
import io.whittle.graph.export.CiMatrix;
import io.whittle.graph.export.MatrixJson;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which images a report is about: what is found, and what should be there. */
final class ReportScope {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ReportRequest request;
    private final CatalogReading reading;
    private final FeatureCatalog catalog;
    private final Progress progress;
    private final List<String> faults = new ArrayList<>();

    ReportScope(ReportRequest request, CatalogReading reading, Progress progress) {
        this.request = request;
        this.reading = reading;
        this.catalog = reading.catalog();
        this.progress = progress;
    }

    /** Why nobody knows what some images should be. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** What stands in the folders of this build; where profiles or platforms are named, of these alone. */
    Results ofBuild() throws GoalException, IOException {
        Results found = Results.below(request.outputs());
        if (request.scope().profiles().isEmpty() || isOfRows()) {
            return ofPlatforms(found);
        }
        List<Request> asked = asked();
        return found.only((name, platform) -> asked.stream()
                .anyMatch(each -> each.profile().equals(name)
                        && each.platform().toString().equals(platform)));
    }

    private Results ofPlatforms(Results found) throws GoalException {
        List<String> wrong = new ArrayList<>();
        AskedPlatforms asked = AskedPlatforms.of(request.scope().platforms(), wrong);
        if (!wrong.isEmpty()) {
            throw new GoalException(wrong);
        }
        return asked.named().isEmpty() || asked.all()
                ? found
                : found.only((name, platform) ->
                        asked.named().stream().anyMatch(each -> each.toString().equals(platform)));
    }

    // Profiles are what a build is about anyway.
    private boolean isOfRows() {
        return !request.scope().rows().equals(List.of(RowKind.PROFILES.word()));
    }

    /** Images of the profiles that are named, or else of those that were found; or of those that were found the cells of rows that are named. */
    List<ExpectedImage> ofBuild(Results found) throws GoalException {
        if (isOfRows()) {
            return anew().stream()
                    .filter(cell -> found.keys().contains(cell.name() + "/" + cell.platform()))
                    .toList();
        }
        List<Request> requests = request.scope().profiles().isEmpty() ? found(found) : asked();
        List<ExpectedImage> expected = new ArrayList<>();
        for (Resolution resolution : had(requests)) {
            String name = resolution.profile().name();
            List<String> arguments = new ArrayList<>(request.carried());
            arguments.add("-Dwhittle.profile=" + name);
            arguments.add("-Dwhittle.platform=" + resolution.platform());
            expected.add(new ExpectedImage(
                    ResolutionContent.of(resolution).id(),
                    false,
                    name,
                    resolution.platform().toString(),
                    List.of(name),
                    List.copyOf(CheckScope.of(catalog, resolution).applicable()),
                    arguments));
        }
        return expected;
    }

    // What can be had no more may still stand there, and the rest is reported on.
    private List<Resolution> had(List<Request> requests) {
        List<Resolution> had = new ArrayList<>();
        for (Request each : requests) {
            try {
                had.addAll(Resolutions.answers(catalog, List.of(each), Resolver::resolve, new ArrayList<>()));
            } catch (GoalException refused) {
                faults.addAll(refused.faults());
            }
        }
        return had;
    }

    private List<Request> found(Results found) {
        List<Request> requests = new ArrayList<>();
        for (String key : found.keys()) {
            int slash = key.indexOf('/');
            if (catalog.profiles().containsKey(key.substring(0, slash))) {
                requests.add(new Request(key.substring(0, slash), Platform.parse(key.substring(slash + 1))));
            }
        }
        return requests;
    }

    private List<Request> asked() throws GoalException {
        List<String> wrong = new ArrayList<>();
        List<String> platforms = request.scope().platforms().isEmpty()
                ? List.of(Platform.host().toString())
                : request.scope().platforms();
        List<Request> requests = Requests.of(catalog, request.scope().profiles(), platforms, wrong);
        if (!wrong.isEmpty()) {
            throw new GoalException(wrong);
        }
        return requests;
    }

    /** What was found in the folders that are named; audits of this build count, too. */
    Results ofCells() throws IOException {
        Set<Path> own = new LinkedHashSet<>(request.outputs());
        own.removeIf(folder -> request.results().stream().anyMatch(folder::startsWith));
        return Results.below(request.results())
                .and(Results.below(List.copyOf(own)).only((name, platform) -> false));
    }

    /** The cells of the matrix that is named, or else of this project's, of those that were found, or of one that is made anew. */
    List<ExpectedImage> cells(Results found) throws GoalException, IOException {
        if (request.matrix().isPresent()) {
            return cells(read(request.matrix().get()), request.matrix().get());
        }
        Path usual = request.output().resolve("matrix.json");
        if (Files.isRegularFile(usual)) {
            JsonNode matrix = read(usual);
            if (isMeant(matrix, usual.toString())) {
                return cells(matrix, usual);
            }
        }
        List<JsonNode> whole = found.matrices().stream()
                .distinct()
                .filter(matrix -> isMeant(matrix, "a matrix.json among the results"))
                .toList();
        if (whole.size() == 1) {
            progress.say("held against the matrix.json that lies among the results");
            return ExpectedImage.of(whole.get(0));
        }
        progress.say((whole.isEmpty() ? "no matrix.json was found" : whole.size() + " different ones were found")
                + ": the matrix is made anew, of "
                + String.join(", ", request.scope().rows()));
        return anew();
    }

    private boolean isMeant(JsonNode matrix, String shown) {
        Optional<String> other = new FoundMatrix(matrix).other(request.scope(), catalog);
        other.ifPresent(why -> progress.say(shown + " is passed over: " + why));
        return other.isEmpty();
    }

    private List<ExpectedImage> anew() throws GoalException {
        Matrices matrices = Matrices.of(reading, request.scope(), new ArrayList<>(), progress);
        Matrix matrix = matrices.byCatalog();
        Matrices.complain(matrix, request.scope(), progress);
        return ExpectedImage.of(MAPPER.readTree(MatrixJson.write(
                new CiMatrix(matrix, request.scope().of(catalog), Optional.empty(), request.carried(), false))));
    }

    private List<ExpectedImage> cells(JsonNode matrix, Path file) {
        progress.say("held against " + file);
        return ExpectedImage.of(matrix);
    }

    private static JsonNode read(Path file) throws GoalException, IOException {
        String wrong;
        try {
            JsonNode matrix = MAPPER.readTree(Files.readAllBytes(file));
            if (matrix.path("schema").asInt(0) == MatrixJson.SCHEMA
                    && matrix.path("cells").isArray()) {
                return matrix;
            }
            wrong = "is no matrix.json of this version of Whittle";
        } catch (NoSuchFileException none) {
            wrong = "is not there";
        } catch (JacksonException damaged) {
            wrong = "is damaged: "
                    + damaged.getOriginalMessage().lines().findFirst().orElse("no more is known");
        }
        throw new GoalException(
                List.of(
                        file + " " + wrong
                                + ".\n  Write it with mvn whittle:matrix, or leave whittle.matrix out and name rows with -Dwhittle.rows."));
    }
}
