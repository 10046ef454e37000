import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)

// Both began before either was done.
def begun = project.log().text().takeBefore('(linked in ')
['image-small', 'image-full'].each { module ->
    assert begun.contains(":link (images) @ $module"): begun
}
project.log().mustNotSay('not thread-safe', 'not marked as thread-safe')

assert project.in(project.file('image-small')).image('small').run('tool') == 'tool'
assert project.in(project.file('image-full')).image('full').run('tool') == 'tool\nand more'
