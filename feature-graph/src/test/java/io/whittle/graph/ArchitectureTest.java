package io.whittle.graph;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.stream.Stream;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The borders of the feature graph's room and of the packages in it. */
class ArchitectureTest {
    private static final String CATALOG = "io.whittle.graph.catalog..";
    private static final String SOLVE = "io.whittle.graph.solve..";
    private static final String RESOLVE = "io.whittle.graph.resolve..";
    private static final String ANALYSIS = "io.whittle.graph.analysis..";
    private static final String JSON = "io.whittle.graph.json..";
    private static final String EXPLAIN = "io.whittle.graph.explain..";
    private static final String EXPORT = "io.whittle.graph.export..";
    private static final String LINT = "io.whittle.graph.lint..";
    private static final String EDIT = "io.whittle.graph.edit..";
    private static final String INTERCHANGE = "io.whittle.graph.interchange..";
    private static final String MATRIX = "io.whittle.graph.matrix..";
    private static final String CELLS = "io.whittle.graph.cells..";
    private static final Set<String> COPYING =
            Set.of("copyOf", "unmodifiableSortedMap", "unmodifiableSortedSet", "unmodifiableMap", "toList", "ofLists");
    private static final Set<String> COLLECTIONS = Set.of("Collection", "List", "Set", "SortedSet", "Map", "SortedMap");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.whittle.graph");

    @Test
    void theCatalogueKnowsNeitherItsResolutionNorItsExplanation() {
        assertThat(CLASSES.containPackage("io.whittle.graph.catalog")).isTrue();
        noClasses()
                .that()
                .resideInAPackage(CATALOG)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        SOLVE, RESOLVE, ANALYSIS, JSON, EXPLAIN, INTERCHANGE, EXPORT, LINT, EDIT, MATRIX, CELLS)
                .check(CLASSES);
    }

    @Test
    void theSolverKnowsNumbersAndNobodyElseTheSatSolver() {
        noClasses()
                .that()
                .resideInAPackage(SOLVE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RESOLVE, ANALYSIS, JSON, EXPLAIN, INTERCHANGE, EXPORT, LINT, EDIT, MATRIX, CELLS)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(SOLVE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.logicng..")
                .check(CLASSES);
    }

    @Test
    void theResolutionKnowsTheCatalogueAndNotHowItIsTold() {
        noClasses()
                .that()
                .resideInAPackage(RESOLVE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ANALYSIS,
                        JSON,
                        EXPLAIN,
                        INTERCHANGE,
                        EXPORT,
                        LINT,
                        EDIT,
                        MATRIX,
                        CELLS,
                        "tools.jackson..",
                        "com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void modelsOfOtherToolsAndTheirParserStayAtTheDoor() {
        assertThat(CLASSES.containPackage("io.whittle.graph.interchange")).isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackage(INTERCHANGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(INTERCHANGE, "uvl..", "org.antlr..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(INTERCHANGE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(EXPLAIN)
                .check(CLASSES);
    }

    @Test
    void whatIsExportedIsReadOffAResolutionAndTemplatesStayThere() {
        assertThat(CLASSES.containPackage("io.whittle.graph.export")).isTrue();
        noClasses()
                .that()
                .resideInAPackage(EXPORT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SOLVE, EXPLAIN, INTERCHANGE, LINT)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(EXPORT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("freemarker..")
                .check(CLASSES);
    }

    @Test
    void aListOfTagsIsHeldAgainstTheCatalogueAndNothingIsSolvedForIt() {
        assertThat(CLASSES.containPackage("io.whittle.graph.lint")).isTrue();
        noClasses()
                .that()
                .resideInAPackage(LINT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SOLVE, EXPLAIN, INTERCHANGE)
                .check(CLASSES);
    }

    @Test
    void aTextIsEditedKnowingOnlyWhatACatalogueIsAndYamlStaysWithTheTwo() {
        assertThat(CLASSES.containPackage("io.whittle.graph.edit")).isTrue();
        noClasses()
                .that()
                .resideInAPackage(EDIT)
                .should()
                .dependOnClassesThat(resideInAPackage("io.whittle.graph..")
                        .and(not(resideInAPackage(EDIT)))
                        .and(not(resideInAPackage(CATALOG))))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(CATALOG, EDIT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(CLASSES);
    }

    @Test
    void rowsAreWorkedOutAndNotTold() {
        assertThat(CLASSES.containPackage("io.whittle.graph.matrix")).isTrue();
        noClasses()
                .that()
                .resideInAPackage(MATRIX)
                .should()
                .dependOnClassesThat(resideInAPackage("io.whittle.graph..")
                        .and(not(resideInAPackage(MATRIX)))
                        .and(not(resideInAPackage(CATALOG)))
                        .and(not(resideInAPackage(SOLVE)))
                        .and(not(resideInAPackage(RESOLVE))))
                .check(CLASSES);
    }

    @Test
    void cellsAreWorkedOutAndNotTold() {
        assertThat(CLASSES.containPackage("io.whittle.graph.cells")).isTrue();
        noClasses()
                .that()
                .resideInAPackage(CELLS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ANALYSIS, EXPLAIN, INTERCHANGE, EXPORT, LINT, EDIT)
                .check(CLASSES);
    }

    @Test
    void theAnalysisWritesNoDocument() {
        assertThat(CLASSES.containPackage("io.whittle.graph.analysis")).isTrue();
        noClasses()
                .that()
                .resideInAPackage(ANALYSIS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JSON, EXPLAIN, "tools.jackson..", "com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void theLayoutOfDocumentsKnowsNothingOfWhatIsInThem() {
        assertThat(CLASSES.containPackage("io.whittle.graph.json")).isTrue();
        noClasses()
                .that()
                .resideInAPackage(JSON)
                .should()
                .dependOnClassesThat(resideInAPackage("io.whittle.graph..").and(not(resideInAPackage(JSON))))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(JSON)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson.core.util..")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsMavenModulesOnDiskJlinkOrProcesses() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.maven..")
                        .or(resideInAPackage("java.lang.module.."))
                        .or(resideInAPackage("java.util.spi.."))
                        .or(resideInAPackage("org.objectweb.asm.."))
                        .or(describe(
                                "start processes",
                                type -> Stream.of(ProcessBuilder.class, Process.class, Runtime.class)
                                        .anyMatch(type::isEquivalentTo))))
                .check(CLASSES);
    }

    @Test
    void noNameIsOneThatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Data)")
                .check(CLASSES);
    }

    @Test
    void noPackageIsInACircle() {
        slices().matching("io.whittle.graph.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingOfTheSatSolverLeavesItsPackage() {
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .haveRawReturnType(resideInAPackage("org.logicng.."))
                .check(CLASSES);
    }

    @Test
    void noStateIsSharedAndNothingPublicIsLeftOpenToChange() {
        fields().that()
                .areStatic()
                .or()
                .areDeclaredInClassesThat(describe("are values", type -> type.isRecord() || type.isEnum()))
                .should()
                .beFinal()
                .check(CLASSES);
        fields().should().notBePublic().orShould().beFinal().check(CLASSES);
    }

    @Test
    void publicValuesCopyTheCollectionsTheyAreGiven() {
        classes()
                .that(describe("can be seen from elsewhere", ArchitectureTest::isVisible))
                .and(describe("are records that hold collections", ArchitectureTest::holdsCollections))
                .should(copyWhatTheyAreGiven())
                .check(CLASSES);
    }

    @Test
    void publicClassesAreClosedToHeirs() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .beEnums()
                .check(CLASSES);
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static boolean holdsCollections(JavaClass type) {
        return type.isRecord()
                && type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .anyMatch(field -> isCollection(field.getRawType()));
    }

    private static boolean isCollection(JavaClass type) {
        return type.getPackageName().equals("java.util") && COLLECTIONS.contains(type.getSimpleName());
    }

    private static ArchCondition<JavaClass> copyWhatTheyAreGiven() {
        return new ArchCondition<>("copy them in their constructor") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean copies = type.getConstructors().stream()
                        .flatMap(ArchitectureTest::called)
                        .anyMatch(target -> COPYING.contains(target.getName()));
                events.add(new SimpleConditionEvent(type, copies, type.getName() + " keeps a collection of its maker"));
            }
        };
    }

    private static Stream<CodeUnitAccessTarget> called(JavaCodeUnit codeUnit) {
        return Stream.concat(
                codeUnit.getCallsFromSelf().stream().map(call -> (CodeUnitAccessTarget) call.getTarget()),
                codeUnit.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()));
    }
}
