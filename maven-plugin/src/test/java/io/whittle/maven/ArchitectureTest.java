package io.whittle.maven;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The plugin turns Maven's notions into paths and names, and calls one goal. */
class ArchitectureTest {
    private static final int MOST_LINES = 150;

    private static final DescribedPredicate<JavaClass> OURS = DescribedPredicate.describe(
            "are Whittle's own", type -> !type.getSimpleName().equals("HelpMojo"));

    // The descriptor's goal writes HelpMojo, which is not ours.
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.whittle.maven")
            .that(OURS);

    @Test
    void classesKnowGoalsAndMavenOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are Maven's, or those of goals",
                        type -> Stream.of(
                                                "java.",
                                                "io.whittle.maven",
                                                "io.whittle.assembler.goal",
                                                "org.apache.maven",
                                                // What Maven resolves with, and gives components by.
                                                "org.eclipse.aether",
                                                // What goals and toolchains are configured with.
                                                "org.codehaus.plexus.configuration",
                                                "org.codehaus.plexus.util.xml",
                                                "javax.inject")
                                        .anyMatch(type.getBaseComponentType().getPackageName()::startsWith)
                                || type.isPrimitive()
                                || List.of(
                                                "io.whittle.assembler.jdks.JdkArchives",
                                                "io.whittle.assembler.jdks.JdkToolchain",
                                                "io.whittle.assembler.modules.JarEdges",
                                                "io.whittle.assembler.modules.PathEntry",
                                                "io.whittle.graph.catalog.Platform")
                                        .contains(type.getBaseComponentType().getName())))
                .check(CLASSES);
    }

    @Test
    void aMojoCallsExactlyOneGoal() {
        List<JavaClass> mojos = CLASSES.stream()
                .filter(type -> type.isAssignableTo(AbstractMojo.class))
                .filter(type -> !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))
                .toList();

        assertThat(mojos)
                .isNotEmpty()
                .allSatisfy(mojo -> assertThat(mojo.getMethodCallsFromSelf())
                        .filteredOn(ArchitectureTest::runsAGoal)
                        .hasSize(1));
    }

    @Test
    void nobodyElseCallsAGoal() {
        noClasses()
                .that()
                .areNotAssignableTo(AbstractMojo.class)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "runs a goal",
                        call -> call.getTargetOwner().getSimpleName().endsWith("Goal")))
                .check(CLASSES);
    }

    @Test
    void noFileIsLong() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(MOST_LINES);
            }
        }
    }

    private static boolean runsAGoal(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().equals("io.whittle.assembler.goal")
                && call.getTargetOwner().getSimpleName().endsWith("Goal");
    }
}
