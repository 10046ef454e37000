package io.whittle.maven;

import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The call of Maven that accepts what a link came to: whether this is one, and how to spell it. */
final class LockCall {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]*");

    /** What the words behind the command say anew. */
    private static final Set<String> SAID_ANEW = Set.of("whittle.profile", "whittle.platform");

    private final MavenExecutionRequest request;
    private final PluginDescriptor plugin;

    LockCall(MavenExecutionRequest request, PluginDescriptor plugin) {
        this.request = request;
        this.plugin = plugin;
    }

    /** Whether the goal was typed. A link that is bound runs before it and must not stand in its way. */
    boolean isPartOfThisBuild() {
        Pattern typed = Pattern.compile("(" + Pattern.quote(plugin.getGoalPrefix()) + "|"
                + Pattern.quote(plugin.getGroupId() + ":" + plugin.getArtifactId()) + "(:[^:@]+)?):lock(@.*)?");
        return request.getGoals().stream().anyMatch(goal -> typed.matcher(goal).matches());
    }

    /**
     * The command, without profile and platform. With the id of the link that was bound, so that it has the same
     * configuration; with the Maven profiles and properties of ours that were typed for this one.
     */
    String command(MojoExecution execution) {
        boolean typed = execution.getSource() == MojoExecution.Source.CLI;
        List<String> words = new ArrayList<>(List.of(
                "mvn", "package", plugin.getGoalPrefix() + ":lock" + (typed ? "" : "@" + execution.getExecutionId())));
        List<String> profiles = new ArrayList<>(request.getActiveProfiles());
        // Maven adds those that the user's settings switch on; they will be on again.
        request.getProfiles().forEach(ofSettings -> profiles.remove(ofSettings.getId()));
        if (!profiles.isEmpty()) {
            words.add(quoted("-P" + String.join(",", profiles)));
        }
        for (String name : new TreeSet<>(request.getUserProperties().stringPropertyNames())) {
            if (name.startsWith(plugin.getGoalPrefix() + ".") && !SAID_ANEW.contains(name)) {
                words.add(quoted("-D" + name + "=" + request.getUserProperties().getProperty(name)));
            }
        }
        return String.join(" ", words);
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
