package io.whittle.assembler;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.whittle.graph.catalog.CatalogReader;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The borders of the assembler. */
class ArchitectureTest {
    private static final String MODULES = "io.whittle.assembler.modules";
    private static final String NATIVES = "io.whittle.assembler.natives";
    private static final String MODULAR = "io.whittle.assembler.modular";
    private static final String FRESH = "io.whittle.assembler.fresh";
    private static final String FLOW = "io.whittle.assembler.flow";
    private static final String JDK_NEEDS = "io.whittle.assembler.jdkneeds";
    private static final String CLASS_PATH = "io.whittle.assembler.classpath";
    private static final String JDKS = "io.whittle.assembler.jdks";
    private static final String PLAN = "io.whittle.assembler.plan";
    private static final String LINK = "io.whittle.assembler.link";
    private static final String JIMAGE = "io.whittle.assembler.jimage";
    private static final String LOCK = "io.whittle.assembler.lock";
    private static final String DIFF = "io.whittle.assembler.diff";
    private static final String DOCUMENTS = "io.whittle.assembler.documents";
    private static final String DOCS = "io.whittle.assembler.docs";
    private static final String EXPLAIN = "io.whittle.assembler.explain";
    private static final String EVIDENCE = "io.whittle.assembler.evidence";
    private static final String AUDIT = "io.whittle.assembler.audit";
    private static final String INIT = "io.whittle.assembler.init";
    private static final String BISECT = "io.whittle.assembler.bisect";
    private static final String HEAL = "io.whittle.assembler.heal";
    private static final String PROBE = "io.whittle.assembler.probe";
    private static final String PROCESS = "io.whittle.assembler.process";
    private static final String TEXT = "io.whittle.assembler.text";
    private static final String CHECK = "io.whittle.assembler.check";
    private static final String CDS = "io.whittle.assembler.cds";
    private static final String PACK = "io.whittle.assembler.pack";
    private static final String ELF = "io.whittle.assembler.elf";
    private static final String OCI = "io.whittle.assembler.oci";
    private static final String SBOM = "io.whittle.assembler.sbom";
    private static final String COST = "io.whittle.assembler.cost";
    private static final String WORKERS = "io.whittle.assembler.workers";
    private static final String STORE = "io.whittle.assembler.store";
    private static final String GENERATE = "io.whittle.assembler.generate";
    private static final String REPORT = "io.whittle.assembler.report";
    private static final String PAGE = "io.whittle.assembler.page";
    private static final String GOAL = "io.whittle.assembler.goal";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.whittle.assembler");

    @Test
    void everyPackageIsLookedAt() {
        assertThat(CLASSES)
                .extracting(type -> type.getPackageName())
                .contains(
                        MODULES,
                        MODULAR,
                        NATIVES,
                        FRESH,
                        FLOW,
                        JDKS,
                        JDK_NEEDS,
                        EVIDENCE,
                        AUDIT,
                        CLASS_PATH,
                        PLAN,
                        LINK,
                        JIMAGE,
                        LOCK,
                        DIFF,
                        DOCUMENTS,
                        DOCS,
                        EXPLAIN,
                        INIT,
                        BISECT,
                        HEAL,
                        PROBE,
                        PROCESS,
                        TEXT,
                        CHECK,
                        CDS,
                        PACK,
                        SBOM,
                        ELF,
                        OCI,
                        COST,
                        WORKERS,
                        STORE,
                        GENERATE,
                        REPORT,
                        PAGE,
                        GOAL);
        assertThat(CLASSES).extracting(type -> type.getSimpleName()).doesNotContain("ArchitectureTest");
    }

    @Test
    void nobodyKnowsMaven() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .check(CLASSES);
    }

    @Test
    void modulesKnowNeitherFeaturesNorImages() {
        noClasses()
                .that()
                .resideInAPackage(MODULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.whittle.graph..", PLAN, LINK, JIMAGE, LOCK, GOAL)
                .check(CLASSES);
    }

    @Test
    void nativeFilesKnowPlatformsAndNoImages() {
        classes()
                .that()
                .resideInAPackage(NATIVES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tools.jackson..", "io.whittle.graph.catalog", ELF, NATIVES)
                .check(CLASSES);
    }

    @Test
    void whereJdksAreFoundIsKnownToGoalsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(JDKS, GOAL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JDKS)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(JDKS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.whittle.graph.resolve..", EVIDENCE, AUDIT, LOCK, CHECK, GOAL)
                .check(CLASSES);
    }

    @Test
    void modulesAreMadeBeforeAnythingIsPlanned() {
        noClasses()
                .that()
                .resideInAPackage(MODULAR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LOCK, AUDIT, GOAL)
                .check(CLASSES);
    }

    @Test
    void aPageIsMadeOfTheReportsJsonAndNothingElse() {
        classes()
                .that()
                .resideInAPackage(PAGE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tools.jackson..", "freemarker..", PAGE)
                .check(CLASSES);
    }

    @Test
    void evidenceKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage(EVIDENCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.whittle.graph..", AUDIT, PLAN, LINK, JIMAGE, LOCK, GOAL)
                .check(CLASSES);
    }

    @Test
    void auditsReadNoBytecodeAndLinkNothing() {
        noClasses()
                .that()
                .resideInAPackage(AUDIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.objectweb.asm..", PLAN, LINK, JIMAGE, LOCK, GOAL)
                .check(CLASSES);
    }

    @Test
    void freshnessNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage(FRESH)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", FRESH)
                .check(CLASSES);
    }

    @Test
    void bisectingNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage(BISECT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", BISECT)
                .check(CLASSES);
    }

    @Test
    void probingLinksNothingAndStartsNothing() {
        noClasses()
                .that()
                .resideInAPackage(PROBE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODULES, PLAN, LINK, JIMAGE, LOCK, CHECK, PROCESS, BISECT, GOAL)
                .check(CLASSES);
    }

    @Test
    void processesNeedNothingButJava() {
        classes()
                .that()
                .resideInAPackage(PROCESS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", PROCESS)
                .check(CLASSES);
    }

    @Test
    void textNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage(TEXT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.xml..", TEXT)
                .check(CLASSES);
    }

    @Test
    void checkingKnowsNoGoal() {
        noClasses()
                .that()
                .resideInAPackage(CHECK)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LOCK, GOAL, "io.whittle.assembler.audit")
                .check(CLASSES);
    }

    @Test
    void imagesAreLinkedWithoutKnowingWhatIsStartedInThem() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAN, LINK, JIMAGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CHECK, CDS, PROCESS, GOAL)
                .check(CLASSES);
    }

    @Test
    void packingKnowsNoImage() {
        classes()
                .that()
                .resideInAPackage(PACK)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.apache.commons.compress..",
                        "com.github.luben.zstd..",
                        "tools.jackson.databind..",
                        "io.whittle.graph.json",
                        "io.whittle.graph.catalog",
                        FRESH,
                        TEXT,
                        PACK)
                .check(CLASSES);
    }

    @Test
    void readingElfFilesNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage(ELF)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ELF)
                .check(CLASSES);
    }

    @Test
    void containersKnowFoldersAndNotWhereTheyComeFrom() {
        classes()
                .that()
                .resideInAPackage(OCI)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "tools.jackson..",
                        "io.whittle.graph.json",
                        "io.whittle.graph.catalog",
                        ELF,
                        FRESH,
                        PACK,
                        TEXT,
                        OCI)
                .check(CLASSES);
    }

    @Test
    void constantsAreMadeOfFeaturesAlone() {
        classes()
                .that()
                .resideInAPackage(GENERATE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.lang.model", "freemarker..", "io.whittle.graph..", FRESH, GENERATE)
                .check(CLASSES);
    }

    @Test
    void needsOfTheJdkAreReadWithoutFeatures() {
        classes()
                .that()
                .resideInAPackage(JDK_NEEDS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.net.ssl", "org.objectweb.asm..", MODULES, FRESH, FLOW, JDK_NEEDS)
                .check(CLASSES);
    }

    @Test
    void classPathsAreLaidWithoutFeatures() {
        classes()
                .that()
                .resideInAPackage(CLASS_PATH)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.objectweb.asm..", MODULES, FRESH, CLASS_PATH)
                .check(CLASSES);
    }

    @Test
    void whereValuesComeFromIsToldFromInstructionsAlone() {
        classes()
                .that()
                .resideInAPackage(FLOW)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.objectweb.asm..", FLOW)
                .check(CLASSES);
    }

    @Test
    void whatRunsInAnotherJdkIsMadeForEachAndKnowsNothingElseOfOurs() throws IOException {
        String interview = JDK_NEEDS + ".Interview";
        classes()
                .that()
                .haveFullyQualifiedName(interview)
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("javax.net.ssl"))
                        .or(name(interview)))
                .check(CLASSES);
        try (InputStream in = getClass().getResourceAsStream("/" + interview.replace('.', '/') + ".class")) {
            assertThat(in.readNBytes(8)).endsWith(0, 53);
        }
    }

    @Test
    void whatLinksInAnotherJvmIsMadeForEachAndKnowsNothingElseOfOurs() throws IOException {
        String warm = WORKERS + ".WarmJlink";
        classes()
                .that()
                .haveFullyQualifiedName(warm)
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..").or(name(warm)))
                .check(CLASSES);
        // One class file is laid out.
        assertThat(CLASSES)
                .extracting(type -> type.getName())
                .noneMatch(type -> type.startsWith(warm + "$"))
                .contains(warm);
        try (InputStream in = getClass().getResourceAsStream("/" + warm.replace('.', '/') + ".class")) {
            assertThat(in.readNBytes(8)).endsWith(0, 53);
        }
    }

    @Test
    void aStoreKnowsFoldersAndNoImages() {
        classes()
                .that()
                .resideInAPackage(STORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", FRESH, STORE)
                .check(CLASSES);
    }

    @Test
    void workersKnowNoImages() {
        classes()
                .that()
                .resideInAPackage(WORKERS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", FRESH, PROCESS, WORKERS)
                .check(CLASSES);
    }

    @Test
    void plansAreMadeWithoutLinkingOrLookingIntoImages() {
        noClasses()
                .that()
                .resideInAPackage(PLAN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LINK, JIMAGE)
                .check(CLASSES);
    }

    @Test
    void whatLiesInAnImageIsReadWithoutAPlan() {
        noClasses()
                .that()
                .resideInAPackage(JIMAGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLAN, LINK)
                .check(CLASSES);
    }

    @Test
    void linkingKnowsNoGoalAndNothingOfWhatIsAccepted() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAN, LINK, JIMAGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LOCK, GOAL)
                .check(CLASSES);
    }

    @Test
    void billsOfMaterialsKnowNoGoalAndNobodyElseKnowsTheirFormat() {
        noClasses()
                .that()
                .resideInAPackage(SBOM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LOCK, GOAL)
                .check(CLASSES);
        noClasses()
                .that(not(resideInAPackage(SBOM)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.cyclonedx..", "com.github.packageurl..", "com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void costsKnowNoGoalAndNothingOfWhatIsAccepted() {
        noClasses()
                .that()
                .resideInAPackage(COST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LOCK, AUDIT, EVIDENCE, HEAL, PROBE, GOAL)
                .check(CLASSES);
    }

    @Test
    void explainingPlansAndLinksNothing() {
        noClasses()
                .that()
                .resideInAPackage(EXPLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLAN, LINK, JIMAGE, LOCK, GOAL)
                .check(CLASSES);
    }

    @Test
    void reportsReadDocumentsAndMakeNothing() {
        noClasses()
                .that()
                .resideInAPackage(REPORT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLAN, LINK, EVIDENCE, PROCESS, CHECK, PACK, OCI, GOAL)
                .check(CLASSES);
    }

    @Test
    void aFirstCatalogueIsMadeOfCodeAlone() {
        noClasses()
                .that()
                .resideInAPackage(INIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.whittle.graph..", "io.whittle.assembler.audit", PLAN, LINK, JIMAGE, LOCK, EXPLAIN, GOAL)
                .check(CLASSES);
    }

    @Test
    void comparingLinksNothingAndKnowsNoGoal() {
        noClasses()
                .that()
                .resideInAPackage(DIFF)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LINK, AUDIT, CHECK, GOAL)
                .check(CLASSES);
    }

    @Test
    void whatWasWrittenIsReadWithoutKnowingWhoWroteIt() {
        classes()
                .that()
                .resideInAPackage(DOCUMENTS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tools.jackson..", FRESH, DOCUMENTS)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(DIFF)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("tools.jackson.databind.json.JsonMapper")
                .check(CLASSES);
    }

    @Test
    void documentsAreFilledInWithoutKnowingHowImagesAreMade() {
        classes()
                .that()
                .resideInAPackage(DOCS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tools.jackson..", "io.whittle.graph..", TEXT, DOCS)
                .check(CLASSES);
    }

    @Test
    void cataloguesAreReadByGoalsAlone() {
        noClasses()
                .that(not(resideInAPackage(GOAL)))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(CatalogReader.class)
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.whittle.assembler.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void namesAreTheFields() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Data)")
                .check(CLASSES);
    }
}
