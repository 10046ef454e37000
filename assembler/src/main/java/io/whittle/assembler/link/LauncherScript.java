package io.whittle.assembler.link;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import io.whittle.assembler.classpath.ClassPathFolder;
import io.whittle.assembler.natives.LaidNatives;
import io.whittle.assembler.plan.LaunchPath;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Os;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file in {@code bin/} that starts a main class: a POSIX shell script, or a command file on Windows.
 *
 * <p>jlink can write launchers too. Those do not {@code exec}, so that TERM leaves the JVM alive, break when they are
 * started through a symbolic link, and take no options of their own.
 */
final class LauncherScript {
    private static final Configuration TEMPLATES = templates();

    private final Launcher launcher;
    private final LaunchPath path;

    /** A launcher of an image. */
    LauncherScript(Launcher launcher, LaunchPath path) {
        this.launcher = launcher;
        this.path = path;
    }

    /**
     * Writes it into an image for the operating system; gives the file.
     *
     * @throws LinkException when a file of the JDK has that name
     */
    Path writeTo(Path image, Os os) throws IOException, LinkException {
        Path file = image.resolve("bin").resolve(fileName(os));
        if (Files.exists(file)) {
            throw new LinkException(
                    "Launcher " + launcher.name() + " has the name of a program that the JDK puts into the"
                            + " image's bin folder.\n  Give it another name in the catalogue.");
        }
        Files.writeString(file, text(os), StandardCharsets.UTF_8);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return file;
    }

    /** The name of the file. */
    String fileName(Os os) {
        return launcher.name().text() + (os == Os.WINDOWS ? ".cmd" : "");
    }

    /** The script. */
    String text(Os os) throws IOException {
        boolean windows = os == Os.WINDOWS;
        Map<String, Object> model = Map.of(
                "main", LauncherWords.main(launcher),
                "isModule", launcher.module().isPresent(),
                "roots", String.join(",", path.roots()),
                "classPath",
                        !path.classPath().isEmpty()
                                ? windows ? ClassPathFolder.INDEX.replace('/', '\\') : ClassPathFolder.INDEX
                                : "",
                "variable", variable(),
                "jvm",
                        launcher.jvm().stream()
                                .map(windows ? LauncherScript::optionForCmd : LauncherScript::optionForShell)
                                .toList(),
                "args",
                        launcher.args().stream()
                                .map(windows ? LauncherScript::quotedForCmd : LauncherScript::quotedForShell)
                                .toList());
        Template template = TEMPLATES.getTemplate(windows ? "launcher.cmd.ftl" : "launcher.sh.ftl");
        StringWriter text = new StringWriter();
        try {
            template.process(model, text);
        } catch (TemplateException broken) {
            throw new IllegalStateException("the template of launchers does not fit its model", broken);
        }
        return windows ? text.toString().replace("\n", "\r\n") : text.toString();
    }

    /** The environment variable that holds more options for the JVM: {@code MY_APP_JVM_OPTS} for {@code my-app}. */
    String variable() {
        String upper = launcher.name().text().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return (Character.isDigit(upper.charAt(0)) ? "_" : "") + upper + "_JVM_OPTS";
    }

    // The shell puts words together that touch each other.
    private static String optionForShell(String option) {
        return Stream.of(option.split(Pattern.quote(LaidNatives.LIB), -1))
                .map(part -> part.isEmpty() ? "" : quotedForShell(part))
                .collect(Collectors.joining("\"$image/lib\""));
    }

    // The folder of the script ends with a backslash.
    private static String optionForCmd(String option) {
        return option.contains(LaidNatives.LIB)
                ? "\"" + option.replace("%", "%%").replace(LaidNatives.LIB, "%~dp0..\\lib") + "\""
                : quotedForCmd(option);
    }

    // Nothing is special between single quotes, except their end.
    private static String quotedForShell(String word) {
        return word.matches("[A-Za-z0-9_./:=,+@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    // A percent sign would start a variable; the JVM's start-up code reads \" inside quotes.
    private static String quotedForCmd(String word) {
        if (word.matches("[A-Za-z0-9_./:+@-]+")) {
            return word;
        }
        String literal = word.replace("%", "%%");
        // Backslashes are plain, except before a quote, where each counts half.
        return "\"" + literal.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1") + "\"";
    }

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(LauncherScript.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        // The shell has ${…} for its own variables.
        templates.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        templates.setLogTemplateExceptions(false);
        return templates;
    }
}
