package io.whittle.assembler.plan;

import io.whittle.assembler.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Random;

import static io.whittle.assembler.testing.Schemas.errors;
import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** The document plan.json and its schema. */
class PlanJsonTest {
    private static final String CATALOG = """
            base: {modules: [acme.base]}
            features:
              dns: {modules: [acme.dns], jdkModules: [java.logging, 'jdk.crypto.ec?']}
              cli: {modules: [acme.cli]}
              logtail: {modules: [acme.logtail], fallback: {modules: [acme.logfilter]}}
              french: {jdkModules: [jdk.localedata], artifacts: ['test:acme.plain']}
            image:
              launchers:
                acme: {module: acme.base, main: acme.base.Main, jvm: [-Xmx64m], args: [--state, "über"]}
                dig: {module: acme.cli, main: acme.cli.Main}
                plain: {main: acme.plain.Main}
              compress: zip-6
              strip: [java-debug]
              locales: [en]
              features: conf/features.properties
            profiles:
              small: {include: [dns, french], forbid: {modules: [java.desktop]}}
              none: {include: [], image: {cds: app}}
            """;

    @TempDir
    private Path dir;

    @Test
    void theWholeDocument() throws LinkException {
        // Class files differ from compiler to compiler, and so do their hashes; nothing else may.
        Golden.hold(
                "plans/small.json",
                document(scene().plan())
                        .replaceAll(
                                "\"[0-9a-f]{64}\"",
                                "\"0000000000000000000000000000000000000000" + "000000000000000000000000\""));
    }

    @Test
    void theSchemaHolds() throws LinkException, IOException {
        assertThat(errors("plan.schema.json", document(scene().plan()))).isEmpty();
        assertThat(errors("plan.schema.json", document(scene().profile("none").plan())))
                .isEmpty();
        assertThat(errors(
                        "plan.schema.json", document(scene().on("linux/arm/v7").plan())))
                .isEmpty();
        assertThat(errors(
                        "plan.schema.json",
                        document(scene().on("linux/amd64/musl").plan())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\" : 1 | \"schema\" : 2",
                "\"profile\" : \"small\" | \"profile\" : \"Not a name\"",
                "\"platform\" : \"linux/amd64\" | \"platform\" : \"linux\"",
                "\"from\" : \"test:acme.dns:1\" | \"from\" : \"/home/me/acme.jar\"",
                "\"from\" : \"test:acme.dns:1\" | \"from\" : \"jdk\"",
                "\"owner\" : \"base\" | \"owner\" : \"nobody\"",
                "\"name\" : \"java.base\" | \"name\" : \"java.bare\"",
                "\"compress\" : \"zip-6\" | \"compress\" : \"much\"",
                "lib/classpath/acme.plain-1.jar | lib/acme.plain-1.jar",
                "\"artifact\" : \"test:acme.plain\" | \"artifact\" : \"plain\"",
                "\"notes\" | \"remarks\"",
            })
    void theSchemaIsNoFormality(String found, String wrong) throws LinkException, IOException {
        String document = document(scene().plan());
        assertThat(document).contains(found);

        assertThat(errors("plan.schema.json", document.replace(found, wrong))).isNotEmpty();
    }

    @Test
    void noPathOfThisMachineIsInIt() throws LinkException {
        assertThat(document(scene().plan()))
                .doesNotContain(dir.toString())
                .doesNotContain(System.getProperty("java.home"))
                .doesNotContain(System.getProperty("user.dir"));
    }

    @Test
    void theOrderOfThePathDoesNotMatter() throws LinkException {
        Scene scene = scene();
        byte[] first = PlanJson.bytes(scene.plan());
        long seed = System.nanoTime();
        System.out.println("PlanJsonTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(scene.path(), random);
            assertThat(PlanJson.bytes(scene.plan())).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void anotherByteInAJarIsAnotherPlan() throws LinkException {
        byte[] first = PlanJson.bytes(scene().plan());
        Scene other = scene();
        module("acme.dns").requires("lib.net").file("more.txt", "more").jar(dir);

        assertThat(PlanJson.bytes(other.plan())).isNotEqualTo(first);
    }

    @Test
    void linesEndAsEverywhere() throws LinkException {
        assertThat(document(scene().plan())).endsWith("}\n").doesNotContain("\r");
    }

    private Scene scene() {
        return new Scene(dir, CATALOG)
                .with(
                        module("acme.base").main("acme.base.Main", ""),
                        module("acme.dns").requires("lib.net"))
                .with(module("acme.cli").main("acme.cli.Main", ""), module("acme.logtail"), module("acme.logfilter"))
                .with(module("lib.net").requires("java.sql"))
                .with(module("acme.plain").automatic().main("acme.plain.Main", ""));
    }

    private static String document(ImagePlan plan) {
        return new String(PlanJson.bytes(plan), StandardCharsets.UTF_8);
    }
}
