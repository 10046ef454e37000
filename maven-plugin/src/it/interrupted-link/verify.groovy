import io.whittle.maven.it.BuiltProject

import java.nio.file.Files
import java.util.concurrent.TimeUnit

def project = BuiltProject.of(binding.variables)
def image = project.image('small')
def source = project.file('src/main/java/app/App.java')

def edit = { String from, String to ->
    source.text = source.text.replace("\"$from\"", "\"$to\"")
}
def linking = { project.outputNames('small').any { it.startsWith('image.new') } }

/** Stops a build while jlink writes, as somebody would who sends the signal to Maven. */
def interrupt = { String signal ->
    def build = project.start('package')
    try {
        while (!linking()) {
            assert build.alive: 'the build ended before it could be stopped'
            Thread.sleep(5)
        }
        assert ['kill', '-s', signal, "${build.pid()}"].execute().waitFor() == 0
        assert build.waitFor(60, TimeUnit.SECONDS): "Maven outlives $signal"
        assert build.exitValue() != 0
    } finally {
        build.destroyForcibly()
    }
}
def clean = { assert project.outputNames('small') == ['cell.json', 'image', 'image.record', 'plan.json', 'resolution.json'] as Set }

assert image.run('app') == 'first'
clean()

// The next build begins at once, while the orphaned jlink may still be writing.
edit('first', 'second')
interrupt('KILL')
assert image.run('app') == 'first'
project.maven('package').passed().mustSay('(linked in ')
assert image.run('app') == 'second'
clean()

edit('second', 'third')
interrupt('TERM')
assert image.run('app') == 'second'

// Who starts these tests in the background may have told them to ignore INT; where that cannot be undone there is nothing to see.
if (project.heedsInterrupts()) {
    interrupt('INT')
    assert image.run('app') == 'second'
} else {
    println 'INT may be ignored here and was not sent'
}

project.maven('package').passed().mustSay('(linked in ')
assert image.run('app') == 'third'
clean()
