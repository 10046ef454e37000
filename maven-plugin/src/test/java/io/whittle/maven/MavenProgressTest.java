package io.whittle.maven;

import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What goals say has the weight that Maven gives it: with -q errors alone are shown. */
class MavenProgressTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    void eachLineHasItsWeight() {
        Log log = (Log) Proxy.newProxyInstance(
                Log.class.getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, arguments) -> {
                    shown.add(method.getName() + " " + arguments[0]);
                    return null;
                });
        MavenProgress progress = new MavenProgress(log);

        progress.say("a");
        progress.detail("b");
        progress.warn("c\nd");
        progress.fault("e\nf");

        assertThat(shown).containsExactly("info a", "debug b", "warn c", "warn d", "error e", "error f");
    }
}
