package io.whittle.assembler.jdkneeds;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class TranscriptTest {
    private static final Transcript TRANSCRIPT = transcript();

    @Test
    void aKeptTextIsReadAsItWasWritten() {
        assertThat(Transcript.parse(TRANSCRIPT.text())).contains(TRANSCRIPT);
        assertThat(Transcript.parse(new Transcript(Map.of()).text())).contains(new Transcript(Map.of()));
    }

    @Test
    void noPartOfATextIsBelieved() {
        String text = TRANSCRIPT.text();
        assertThat(IntStream.range(0, text.length()).mapToObj(end -> text.substring(0, end)))
                .allSatisfy(part -> assertThat(Transcript.parse(part)).isEmpty());
    }

    @Test
    void aTextThatWasChangedIsNotBelieved() {
        String text = TRANSCRIPT.text();
        assertThat(List.of(text.replace("IBM037", "IBM930"), text + "x", text + "\n", "\n" + text, "end\n", "\n\n"))
                .allSatisfy(changed -> assertThat(Transcript.parse(changed)).isEmpty());
    }

    @Test
    void factsAreFoundByRunAndFirstWord() {
        assertThat(TRANSCRIPT.facts("java.base", "charset")).isEmpty();
        assertThat(TRANSCRIPT.facts(Transcript.ALL, "charset"))
                .containsExactly(List.of("jdk.charsets", "IBM037"), List.of("java.base", "UTF-8"));
        assertThat(TRANSCRIPT.facts("nowhere", "charset")).isEmpty();
    }

    private static Transcript transcript() {
        Map<String, List<List<String>>> runs = new LinkedHashMap<>();
        runs.put(
                Transcript.ALL,
                List.of(
                        List.of("charset", "jdk.charsets", "IBM037"),
                        List.of("service", "Cipher", "AES", "", ""),
                        List.of("charset", "java.base", "UTF-8")));
        runs.put("java.base", List.of(List.of("locale", "und")));
        return new Transcript(runs);
    }
}
