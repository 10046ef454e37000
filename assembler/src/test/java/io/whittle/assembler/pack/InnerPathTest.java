package io.whittle.assembler.pack;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which places and links stay within a folder. */
class InnerPathTest {
    @ParameterizedTest
    @CsvSource({
        "jdk/bin/java, jdk/bin/java",
        "./jdk/bin/, jdk/bin",
        "jdk//bin/./java, jdk/bin/java",
        "..jdk/...bin, ..jdk/...bin",
        "./, ''",
        "Foo::Bar, Foo::Bar",
    })
    void namesAreCleared(String name, String place) throws ArchiveFault {
        assertThat(InnerPath.of(name)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "../x, has '..' in its name",
        "a/../../x, has '..' in its name",
        "a/.., has '..' in its name",
        "/etc/passwd, has an absolute name",
        "C:/x, has an absolute name",
        "c:x, has an absolute name",
        "a\\..\\..\\x, has a backslash in its name",
        "\\\\host\\x, has a backslash in its name",
        "'', has no name",
    })
    void otherPlacesAreRefused(String name, String rule) {
        assertThatThrownBy(() -> InnerPath.of(name))
                .isInstanceOf(ArchiveFault.class)
                .hasMessage(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "legal/java.xml/LICENSE, ../java.base/LICENSE",
        "a/b/c, ../..",
        "a/b, .",
        "top, lib/x",
        "a/b, ./../c",
    })
    void linksWithinTheFolderAreAccepted(String name, String target) {
        assertThatCode(() -> InnerPath.holdLink(name, target)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "top, .., outside",
        "a/b, ../../c, outside",
        "a/b, /etc/passwd, absolute",
        "a/b, C:/x, absolute",
        "a/b, '', no name",
        "a/b, c\\..\\.., backslash",
        // Where c is a link to the top folder, that is outside of it.
        "a/b, c/../.., goes up again after it went down",
        "a/b/c, ../d/../e, goes up again after it went down",
    })
    void otherLinksAreRefused(String name, String target, String why) {
        assertThatThrownBy(() -> InnerPath.holdLink(name, target))
                .isInstanceOf(ArchiveFault.class)
                .hasMessageStartingWith("links to '" + target + "', which ")
                .hasMessageContaining(why);
    }
}
