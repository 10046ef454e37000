package io.whittle.assembler.oci;

import io.whittle.assembler.text.Printable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As whom a container on top of a base runs: who is asked, or else whom the base says. */
final class UserOnBase {
    private static final Pattern KNOWN = Pattern.compile("(root|\\d{1,9})(:.*)?");

    private final OciSettings.Run run;
    private final BaseImage base;

    UserOnBase(OciSettings.Run run, BaseImage base) {
        this.run = run;
        this.base = base;
    }

    /** As the configuration of images says it. What a base says stays in its words: what it leaves open, its own files say. */
    String words() {
        String own = base.config().path("User").asString("");
        return run.user().isPresent() || own.isEmpty() ? run.userOfOurs().toString() : own;
    }

    /**
     * Whose volumes are, by number.
     *
     * @throws OciException where there are volumes and the base says a name, of which only its own files tell the number
     */
    int owner() throws OciException {
        Matcher known = KNOWN.matcher(words());
        if (known.matches()) {
            return ContainerUser.of(known.group(1)).orElseThrow().user();
        }
        if (!ScratchSystem.TEMPORARY_FOLDERS.containsAll(run.volumes())) {
            throw new OciException("The base in " + base.folder() + " runs as '" + Printable.of(words())
                    + "', and folders of whittle.volumes are the user's, who is known by a number there.\n"
                    + "  Name the numbers of that user, such as -Dwhittle.imageUser=1000:1000.");
        }
        return ContainerUser.ROOT.user();
    }
}
