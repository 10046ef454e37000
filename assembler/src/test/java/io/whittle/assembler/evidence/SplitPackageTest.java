package io.whittle.assembler.evidence;

import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** Two jars with a package of one name, and a class of one name in it. */
class SplitPackageTest extends TwoModules {
    @Test
    void aNameThatTheJarItselfHasMeansItsOwn() throws IOException {
        String user = "public class Impl { Object run() throws Exception { return Class.forName(\"p.Impl\"); } }";

        Evidence evidence = of(new TestReactor()
                .module("a", "")
                .type("a", "p.Impl", user)
                .module("b", "")
                .type("b", "p.Impl", user));

        assertThat(evidence.uses()).isEmpty();
    }
}
