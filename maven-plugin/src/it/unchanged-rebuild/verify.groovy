import io.whittle.maven.it.BuiltProject

import java.nio.file.Files
import java.nio.file.attribute.FileTime

def project = BuiltProject.of(binding.variables)
def image = project.image('small')
def record = project.file('target/whittle/link.record')
def source = project.file('src/main/java/app/App.java')

assert image.run('app') == 'first'
def first = image.stamp()

// Nothing has changed.
def again = project.maven('package').passed()
again.mustSay('unchanged: small for ')
again.mustNotSay('linked')
assert image.stamp() == first

// A source is touched: compiled and packed again, to the same bytes.
Files.setLastModifiedTime(source.toPath(), FileTime.fromMillis(System.currentTimeMillis() + 2000))
project.maven('package').passed().mustSay('unchanged: small for ')
assert image.stamp() == first

// A source is edited.
source.text = source.text.replace('"first"', '"second"')
project.maven('package').passed().mustSay('(linked in ')
assert image.run('app') == 'second'
def second = image.stamp()
assert second != first

// The record of the goal is damaged: all is looked at again, the image is as planned.
record.text = record.text.replace('whittle record', 'whittle recorf')
project.maven('package').passed().mustSay('(not linked again)')
assert image.stamp() == second
project.maven('package').passed().mustSay('unchanged: small for ')

// Both records are damaged: nothing is known of the image.
record.bytes = [0, -1, 7] as byte[]
new File(project.output('small'), 'image.record').text = ''
project.maven('package').passed().mustSay('(linked in ')
assert image.run('app') == 'second'

// The image is damaged.
Files.delete(image.folder().resolve('lib/modules'))
project.maven('package').passed().mustSay('(linked in ')
assert image.run('app') == 'second'
