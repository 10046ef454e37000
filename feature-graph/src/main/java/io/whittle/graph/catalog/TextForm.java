package io.whittle.graph.catalog;

import java.util.regex.Pattern;

/** The forms a text of the catalogue can be asked to have; the JSON Schema in docs/ holds the same patterns. */
enum TextForm {
    FREE("text", "some text", "(?s).+", "write some text, or remove the key"),
    WORD("a word of a command", "--quiet", "(?s).*", "write it in quotes, such as \"\" for an empty word"),
    EXPRESSION(
            "a regular expression",
            "'^ok$'",
            "(?s).{1,2000}",
            "write one of at most 2000 characters, such as '^ok$', or '^$' where nothing may be written"),
    NAME(
            "a name",
            "peer-api",
            "[a-z][a-z0-9-]*",
            "a name begins with a small letter and goes on with small letters, digits and '-'; write it like peer-api"),
    MODULE(
            "a module's name",
            "com.example.dns",
            "(?!(true|false|null)$)[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*",
            "write it as module-info.java does, such as com.example.dns"),
    JDK_MODULE(
            "a module of the JDK",
            "jdk.zipfs",
            "(?!(true|false|null)$)[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*\\??",
            "write it as 'java --list-modules' does, such as jdk.zipfs, with a '?' behind where only some JDKs have it"),
    MAIN_CLASS(
            "a class name",
            "com.example.Main",
            "(?!(true|false|null)$)[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*",
            "write its full name, such as com.example.Main"),
    ARTIFACT(
            "an artifact",
            "org.example:codec",
            "[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+(:[A-Za-z0-9_.-]+)?",
            "write group:artifact or group:artifact:classifier, without a version, such as org.example:codec"),
    LAUNCHER(
            "a file name for bin/",
            "my-app",
            "(?!javaw?$)[A-Za-z0-9_][A-Za-z0-9_.-]*",
            "take letters, digits, '_', and, not first, '-' and '.'; java and javaw are the JDK's own;"
                    + " write it like my-app"),
    COMPRESS("a compression", "zip-6", "zip-[0-9]", "write zip-0 (none) to zip-9, such as zip-6"),
    OPTIMIZE("an aim of images", "transfer", "(disk|transfer)", "write disk or transfer"),
    CDS("a kind of archive of classes", "app", "(none|jdk|app)", "write none, jdk or app"),
    AS("a place for a jar", "module", "(module|classpath)", "write module or classpath"),
    NATIVES("a choice of native libraries", "target", "(target|all)", "write target or all"),
    STRIP("a thing to strip", "java-debug", "(java-debug|native-debug)", "write java-debug or native-debug"),
    LOCALE(
            "a locale",
            "de-AT",
            "(\\*|[A-Za-z]{2,8})(-([A-Za-z0-9]{1,8}|\\*))*",
            "write a language tag, such as en or de-AT, with '*' for any part"),
    SIZE(
            "a size",
            "40 MiB",
            "[0-9]{1,9}(\\.[0-9]{1,3})? ?(B|kB|KiB|MB|MiB|GB|GiB)",
            "write a number and a unit, such as 40 MiB; units are B, kB, KiB, MB, MiB, GB and GiB"),
    DURATION(
            "a duration",
            "700 ms",
            "[0-9]{1,9}(\\.[0-9]{1,3})? ?(ms|s|min)",
            "write a number and a unit, such as 700 ms or 5 s; units are ms, s and min"),
    VALUE("a value", "test, or \"\" for an empty one", "(?s).*", "write it in quotes, such as \"\" for an empty one"),
    VARIABLE(
            "a variable's name",
            "APP_HOME",
            "[A-Za-z_][A-Za-z0-9_]*",
            "take letters, digits and '_', and no digit first; write it like APP_HOME"),
    PROPERTY(
            "a system property's name",
            "net.mode",
            "[^\\s=]+",
            "write it without spaces and '=', and without -D, such as net.mode"),
    FILE(
            "a path inside the folder",
            "certs/ca.pem",
            "(?=.{1,500}$)(?!.*\\$\\{)(?!(.*/)?\\.\\.?(/|$))[^/\\\\:*?\"<>|\\x00-\\x1f]+(/[^/\\\\:*?\"<>|\\x00-\\x1f]+)*",
            "write a relative one of at most 500 characters without '.', '..' and '${', with '/' between its parts, and without any of \\ : * ? \" < > |,"
                    + " such as certs/ca.pem"),
    IMAGE_FILE(
            "a path inside the image",
            "conf/features.properties",
            "(?=.{1,200}$)(?!(bin|lib|legal|release)(/|$))(?!(.*/)?\\.\\.?(/|$))[a-z0-9_.-]+(/[a-z0-9_.-]+)*",
            "write a relative one of small letters, digits, '_', '.' and '-', with '/' between its parts, and not in bin, lib or legal,"
                    + " such as conf/features.properties"),
    ATTEMPTS("a number of attempts", "3", "([1-9]|10)", "write a number from 1 to 10"),
    SIGNAL("a signal", "TERM", "(TERM|INT|KILL)", "write TERM, INT or KILL"),
    TAG_SPELLING("a way to spell a tag", "included", "(omitted|included)", "write omitted or included"),
    TAG_TEMPLATE(
            "a template of a tag",
            "ts_omit_{name}",
            "[^\\s{},#'\"]*\\{name\\}[^\\s{},#'\"]*",
            "write it with {name} once, where the feature's name goes, and without spaces, commas, '#' and quotes, such as"
                    + " ts_omit_{name}"),
    EXIT_CODE(
            "an exit code", "0", "([0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])", "write a number from 0 to 255");

    private final String noun;
    private final String example;
    private final Pattern pattern;
    private final String advice;

    TextForm(String noun, String example, String pattern, String advice) {
        this.noun = noun;
        this.example = example;
        this.pattern = Pattern.compile(pattern);
        this.advice = advice;
    }

    /** With its article. */
    String noun() {
        return noun;
    }

    /** What to do about something that is no text at all. */
    String beginning() {
        return this == FREE ? advice : "write one such as " + example;
    }

    /** What to do about a text that does not fit. */
    String advice() {
        return advice;
    }

    /** The whole text must match it. */
    String pattern() {
        return pattern.pattern();
    }

    boolean fits(String text) {
        return pattern.matcher(text).matches();
    }
}
