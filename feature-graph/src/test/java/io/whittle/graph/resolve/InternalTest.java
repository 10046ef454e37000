package io.whittle.graph.resolve;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InternalTest {
    private static final String LINUX = "linux/amd64";
    private static final String PEER = """
            features:
              exitnode: {requires: [peerapi], needs: [path]}
              peerapi: {internal: true, recommends: [c2n]}
              c2n: {internal: true}
              router: {internal: true}
              glue: {internal: true, auto: [exitnode]}
              lonely: {internal: true}
            capabilities: {path: {providers: [router]}}
            """;

    @Test
    void notBroughtByAllButByWhateverNeedsIt() {
        Resolution resolution = UseCase.of(PEER, "p: {include: all}").on(LINUX);

        assertThat(resolution.in()).containsExactly("c2n", "exitnode", "glue", "peerapi", "router");
        assertThat(UseCase.reason(resolution, "peerapi")).isEqualTo("RequiredBy exitnode");
        assertThat(UseCase.reason(resolution, "router")).isEqualTo("ProviderOf path for exitnode");
        assertThat(UseCase.reason(resolution, "c2n")).isEqualTo("RecommendedBy peerapi");
        assertThat(UseCase.reason(resolution, "glue")).isEqualTo("AutoSince exitnode");
        assertThat(UseCase.reason(resolution, "lonely")).isEqualTo("NotAskedFor");
    }

    @Test
    void aProviderThatIsInternalIsChosenAsAnyOther() {
        Resolution resolution = UseCase.of(PEER, "p: {include: [exitnode], choose: {path: router}}")
                .on(LINUX);

        assertThat(UseCase.reason(resolution, "router")).isEqualTo("ProviderOf path for exitnode chosen by p");
    }

    @Test
    void internalProvidersOfAnExclusiveCapabilityAreNoRivalsWhileNobodyBringsThem() {
        Resolution resolution = UseCase.of("""
                        features: {bash: {internal: true}, zsh: {}}
                        capabilities: {shell: {providers: [bash, zsh], exclusive: true}}
                        """, "p: {include: all}").on(LINUX);

        assertThat(resolution.in()).containsExactly("zsh");
    }
}
