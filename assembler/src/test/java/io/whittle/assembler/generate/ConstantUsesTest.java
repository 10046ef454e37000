package io.whittle.assembler.generate;

import io.whittle.assembler.generate.FeatureConstants.Constant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Sources that ask for constants that are none. */
class ConstantUsesTest {
    private static final ConstantsClass WHERE = new ConstantsClass("acme.gen", "Features");
    private static final Path FILE = Path.of("App.java");

    private final ConstantUses uses = new ConstantUses(
            WHERE,
            new FeatureConstants(
                    new TreeMap<>(Map.of("DNS", new Constant("dns", "", true), "SSH", new Constant("ssh", "", false)))),
            "feature-tags.yaml");

    @Test
    void aConstantThatIsNoneIsToldWithItsPlaceAndTheNearest() {
        assertThat(uses.of(FILE, """
                import acme.gen.Features;

                class App {
                    boolean resolves = Features.DNS && Features.DN;
                }
                """))
                .containsExactly(
                        "App.java:4:49: warning: Features.DN will not compile: feature-tags.yaml has no feature 'dn' (any"
                                + " more); did you mean Features.DNS?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package acme.gen; class App { boolean gone = Features.TRAY_ICON; }",
                "import acme . gen . * ; class App { boolean gone = Features\n    .TRAY_ICON; }",
                "class App { boolean gone = acme.gen.Features.TRAY_ICON; }",
                "import static acme.gen.Features.TRAY_ICON; class App {}",
                "import acme.gen.Features; class App { String s = \"\\\"//\"; boolean gone = Features.TRAY_ICON; }"
            })
    void howeverItIsNamed(String source) {
        assertThat(uses.of(FILE, source))
                .singleElement()
                .asString()
                .contains("has no feature 'tray-icon'", "declare the feature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import acme.gen.Features; class App { boolean is = Features.SSH; }",
                "import other.Features; class App { boolean is = Features.TRAY_ICON; }",
                "import acme.gen.Features; class App { Class<?> c = Features.class; /* Features.GONE */ }",
                "import acme.gen.Features; class App { // Features.GONE\n String s = \"Features.GONE\"; }",
                "import acme.gen.Features; class App { String s = \"\"\"\n \" Features.GONE \"\"\"; char c = '\"'; }",
                "import acme.gen.Features; class App { boolean is = my.Features.GONE || MyFeatures.GONE; }",
                "class App {}"
            })
    void andNothingElse(String source) {
        assertThat(uses.of(FILE, source)).isEqualTo(List.of());
    }
}
