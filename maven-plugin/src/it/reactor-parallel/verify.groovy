import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)

// Both began before either was done.
def log = project.log().text()
def done = log.indexOf('(linked in ')
assert log.indexOf('linking small ') in 0..<done
assert log.indexOf('linking full ') in 0..<done
project.log().mustNotSay('not thread-safe', 'not marked as thread-safe')

assert project.in(project.file('image-small')).image('small').run('tool') == 'tool'
assert project.in(project.file('image-full')).image('full').run('tool') == 'tool\nand more'
