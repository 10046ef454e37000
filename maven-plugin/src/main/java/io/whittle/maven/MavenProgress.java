package io.whittle.maven;

import io.whittle.assembler.goal.Progress;
import org.apache.maven.plugin.logging.Log;

/** Progress on Maven's console. */
final class MavenProgress implements Progress {
    private final Log log;

    MavenProgress(Log log) {
        this.log = log;
    }

    @Override
    public void say(String line) {
        log.info(line);
    }

    @Override
    public void detail(String line) {
        log.debug(line);
    }

    @Override
    public void warn(String text) {
        text.lines().forEach(log::warn);
    }

    @Override
    public void fault(String text) {
        text.lines().forEach(log::error);
    }
}
