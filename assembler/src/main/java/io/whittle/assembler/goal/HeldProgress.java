package io.whittle.assembler.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what is said by work that is done beside other work, until it is that work's turn to be told. */
final class HeldProgress implements Progress {
    private final List<Consumer<Progress>> held = new ArrayList<>();

    @Override
    public synchronized void say(String line) {
        held.add(progress -> progress.say(line));
    }

    @Override
    public synchronized void detail(String line) {
        held.add(progress -> progress.detail(line));
    }

    @Override
    public synchronized void warn(String text) {
        held.add(progress -> progress.warn(text));
    }

    @Override
    public synchronized void fault(String text) {
        held.add(progress -> progress.fault(text));
    }

    @Override
    public synchronized void warnOnce(String text) {
        held.add(progress -> progress.warnOnce(text));
    }

    /** Tells all of it, and keeps nothing. */
    synchronized void tell(Progress progress) {
        held.forEach(line -> line.accept(progress));
        held.clear();
    }
}
