package outpost.cli;

import outpost.core.json.JsonException;
import outpost.core.json.JsonObject;
import outpost.core.log.Causes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.concurrent.Callable;

/** For panels that have no tray, and show a file. */
@Command(
        name = "icon",
        description = "Save the icon of the node's state as PNG; needs desktop in the image, and no display.")
final class IconCommand implements Callable<Integer> {
    @Mixin
    private Daemon daemon;

    @Parameters(paramLabel = "FILE", description = "Where to; a file that is there is replaced.")
    private Path file;

    @Spec
    private CommandSpec spec;

    IconCommand() {}

    @Override
    public Integer call() throws CommandException, JsonException {
        JsonObject icon = daemon.askIfThere("/v1/icon")
                .orElseThrow(() -> new CommandException(
                        ExitCode.NOT_IN_IMAGE, "nobody draws an icon, because desktop is not in this image"));
        save(bytes(icon));
        spec.commandLine()
                .getOut()
                .println(file + ": " + icon.number("width").orElse(0L) + " x "
                        + icon.number("height").orElse(0L) + " pixels, "
                        + Terminal.safe(icon.text("color") + ", " + icon.text("text")));
        return 0;
    }

    private static byte[] bytes(JsonObject icon) throws JsonException {
        try {
            return Base64.getDecoder().decode(icon.text("png"));
        } catch (IllegalArgumentException e) {
            throw icon.wrong("png", "not Base64");
        }
    }

    /** Whole or not at all. */
    private void save(byte[] png) throws CommandException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            // Whatever somebody puts there meanwhile, such as a link to a file of others, is not written to.
            Files.write(partial, png, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.FAILED, file + " cannot be written: " + Causes.text(e) + "; name another file");
        }
    }
}
