package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What a check of the file arrives as, and what holds where the file says nothing. */
class CheckTest {
    @Test
    void aCommandAloneIsOneStepThatHasToSucceed() throws CatalogException {
        Check check = check("run: [app, --version]");

        assertThat(check.name()).isEqualTo(new Mention("c", new Place(3, 3)));
        assertThat(check.when()).isEqualTo(PlatformCondition.ALWAYS);
        assertThat(check.start()).isEmpty();
        assertThat(check.withinMillis()).isEqualTo(60_000);
        assertThat(check.attempts()).isEqualTo(1);
        assertThat(((Ask.Steps) check.ask()).steps()).singleElement().satisfies(step -> {
            assertThat(step.words()).hasToString("[app, --version]");
            assertThat(step.words().get(1).source().place()).isEqualTo(new Place(3, 18));
            assertThat(step.expect().exit()).isZero();
            assertThat(step.expect().withinMillis()).isEmpty();
        });
    }

    @Test
    void whatIsStartedIsEndedByTermUnlessTheFileSaysOtherwise() throws CatalogException {
        Start start = check("start: [appd], run: [app]").start().orElseThrow();

        assertThat(start.ready()).isEmpty();
        assertThat(start.stop().way()).isEqualTo(Stop.Signal.TERM);
        assertThat(start.stop().withinMillis()).isEqualTo(10_000);
        assertThat(start.stop().exit()).isEmpty();
    }

    @Test
    void readinessIsAPatternOrAllThatIsGiven() throws CatalogException {
        assertThat(readiness("ready: listening").log()).hasToString("Optional[listening]");

        Readiness ready = readiness("ready: {port: api, file: run/ready, within: 2 s}, ports: [api]");
        assertThat(ready.log()).isEmpty();
        assertThat(ready.port()).hasToString("Optional[api]");
        assertThat(ready.file()).hasToString("Optional[run/ready]");
        assertThat(ready.withinMillis()).contains(2_000L);
    }

    @Test
    void aCommandMayEndWhatIsStarted() throws CatalogException {
        Stop stop = check("start: [appd], run: [app], stop: {run: [app, stop, '${dir}'], exit: 143, within: 1 min}")
                .start()
                .orElseThrow()
                .stop();

        assertThat(((Stop.Command) stop.way()).words()).hasToString("[app, stop, ${dir}]");
        assertThat(stop.exit()).contains(143);
        assertThat(stop.withinMillis()).isEqualTo(60_000);
    }

    @Test
    void aScriptHasAPathAndArguments() throws CatalogException {
        Ask.Script script = (Ask.Script) check("script: [checks/ask.sh, '${image}', ''], expect: {exit: 3}")
                .ask();

        assertThat(script.path()).hasToString("checks/ask.sh");
        assertThat(script.arguments()).hasToString("[${image}, ]");
        assertThat(script.expect().exit()).isEqualTo(3);
    }

    @Test
    void aTestIsAClass() throws CatalogException {
        assertThat(check("test: com.acme.ImageCheck").ask())
                .isEqualTo(new Ask.Test(new Mention("com.acme.ImageCheck", new Place(3, 13))));
    }

    @Test
    void surroundingsKeepTheOrderOfTheFile() throws CatalogException {
        Surroundings surroundings = check("run: [app], ports: [dns, admin-api], env: {B: '1', A: ''},"
                        + " properties: {b.c: '${port.dns}'}, files: {z: text, a/b: {from: src/b}}")
                .surroundings();

        assertThat(surroundings.ports()).hasToString("[dns, admin-api]");
        assertThat(surroundings.environment())
                .extracting(variable -> variable.name().text() + "=" + variable.value())
                .containsExactly("B=1", "A=");
        assertThat(surroundings.properties().get(0).value().parts())
                .containsExactly(new Template.Placeholder(Template.port("dns")));
        assertThat(surroundings.files()).extracting(file -> file.path().text()).containsExactly("z", "a/b");
        assertThat(surroundings.files().get(0).content()).isInstanceOf(LaidFile.Text.class);
        assertThat(((LaidFile.Copy) surroundings.files().get(1).content()).from())
                .hasToString("src/b");
        assertThat(Surroundings.variableOf("admin-api")).isEqualTo("PORT_ADMIN_API");
    }

    private static Readiness readiness(String keys) throws CatalogException {
        return check("start: [appd], run: [app], " + keys)
                .start()
                .orElseThrow()
                .ready()
                .orElseThrow();
    }

    private static Check check(String keys) throws CatalogException {
        return CatalogReader.read(Path.of("feature-tags.yaml"), "schema: 1\nchecks:\n  c: {" + keys + "}\n")
                .catalog()
                .checks()
                .get("c");
    }
}
