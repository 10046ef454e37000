import io.whittle.maven.it.BuiltProject

import java.util.concurrent.TimeUnit

def project = BuiltProject.of(binding.variables)
def checks = { project.document('small', 'checks.json').checks.collect { [it.name, it.outcome] } }
assert checks() == [['answers', 'passed']]
def stood = new File(project.output('small'), 'checks.json').text

// A duration that no other process of the machine sleeps for.
def seconds = "${100_000 + ProcessHandle.current().pid()}"
def catalog = project.file('feature-tags.yaml')
catalog.text = catalog.text.replace('run: [app, answer]', "run: [app, hang, \"$seconds\"]")

def sleeps = { ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').endsWith("sleep $seconds") }.count() }
def images = { ProcessHandle.allProcesses().filter { it.info().command().orElse('').startsWith("${project.file('target')}") }.count() }
def within = { int limit, Closure<Boolean> what ->
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(limit)
    while (!what() && System.nanoTime() < end) {
        Thread.sleep(20)
    }
    what()
}

/** Stops a build in the middle of a check: nothing that the check started lives on, and what was written before stands. */
def interrupt = { String signal ->
    def build = project.start('verify')
    try {
        assert within(120) { sleeps() == 1 || !build.alive }
        assert build.alive: 'the build ended before it could be stopped'
        assert ['kill', '-s', signal, "${build.pid()}"].execute().waitFor() == 0
        assert build.waitFor(60, TimeUnit.SECONDS): "Maven outlives $signal"
        assert build.exitValue() != 0
    } finally {
        build.destroyForcibly()
    }
    assert within(30) { sleeps() == 0 && images() == 0 }: "processes of a check outlive $signal"
    assert new File(project.output('small'), 'checks.json').text == stood
    assert !project.outputNames('small').any { it.contains('.new') }
}

interrupt('KILL')
interrupt('TERM')

// Who starts these tests in the background may have told them to ignore INT; where that cannot be undone there is nothing to see.
if (project.heedsInterrupts()) {
    interrupt('INT')
} else {
    println 'INT may be ignored here and was not sent'
}

catalog.text = catalog.text.replace("run: [app, hang, \"$seconds\"]", 'run: [app, answer]')
project.maven('verify').passed()
assert checks() == [['answers', 'passed']]
