package io.whittle.assembler.goal;

import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.audit.AuditFinding;
import io.whittle.assembler.init.Sketch;
import io.whittle.graph.analysis.Severity;

import java.util.List;
import java.util.Set;

/** Tells what a first catalogue holds, and what to do next. */
final class InitReport {
    private final InitRequest request;
    private final Progress progress;

    InitReport(InitRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    void tell(Sketch sketch, Audit audit, Set<String> unlinkable) {
        audit.skipped().forEach(skipped -> progress.warn("not read: " + skipped));
        List<AuditFinding> open = audit.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        open.forEach(
                finding -> progress.warn(finding.text() + " [" + finding.code().word() + "]\n  " + finding.mend()));
        unlinkable.forEach(fault -> progress.warn("whittle:link would refuse this:\n" + fault));
        progress.say("written to " + request.to() + ": "
                + (sketch.base().modules().isEmpty()
                        ? ""
                        : "base with " + InitGoal.number(sketch.base().modules().size(), "module") + ", ")
                + InitGoal.number(sketch.features().size(), "feature") + ", capabilities: "
                + sketch.capabilities().size() + ", launchers: "
                + sketch.launchers().size() + ", profiles minimal and full");
        progress.say(
                open.isEmpty() && unlinkable.isEmpty()
                        ? "whittle:audit finds nothing wrong with it, and it can be linked"
                        : "mend what is warned of above first");
        next();
    }

    private void next() {
        if (request.bound()) {
            progress.say("next, as the build binds whittle:link already");
        } else {
            bind();
        }
        progress.say("  mvn package -Dwhittle.profile=minimal");
        progress.say("  mvn package whittle:audit");
        progress.say("  mvn whittle:resolve -Dwhittle.profile=full");
    }

    private void bind() {
        progress.say("next, link where all modules come together: "
                + request.linking()
                        .map(project -> "into the pom of " + project + ", which depends on every one, write")
                        .orElse("in a project of packaging pom that depends on every one, write"));
        List.of(
                        "  <plugin>",
                        "    <groupId>io.whittle</groupId>",
                        "    <artifactId>whittle-maven-plugin</artifactId>",
                        "    <version>" + request.version() + "</version>",
                        "    <executions>",
                        "      <execution>",
                        "        <goals><goal>link</goal></goals>",
                        "      </execution>",
                        "    </executions>",
                        "  </plugin>")
                .forEach(progress::say);
        progress.say("then");
    }
}
