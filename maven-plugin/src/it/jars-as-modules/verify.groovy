import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def image = project.in(project.file('image'))
def platform = Platform.host()

// Nearly twenty libraries without a descriptor do what they are for, as modules of one image.
project.log().mustSayInOrder("full for $platform: 15 passed", "small for $platform: 2 passed", 'BUILD SUCCESS')
def modules = image.document('full', 'plan.json').modules.collectEntries { [it.name, it] }
def kinds = { name -> modules[name].changes.collect { it.kind } as Set }
assert kinds('com.google.common') == ['descriptor-made'] as Set
assert modules['com.google.common'].sha256 && modules['com.google.common'].copy
assert kinds('lucene.core').contains('packages-merged') && kinds('lucene.analyzers.common').contains('packages-merged')
assert kinds('org.slf4j').contains('packages-merged'): 'an API and its binding require each other'
assert kinds('xercesImpl').contains('jdk-packages-dropped')
assert !modules['java.base'].changes

// What a small image does not reach is not made, and nothing was touched where it was found.
assert image.image('small').modules().every { !it.contains('jetty') && !it.contains('groovy') }
assert image.image('small').run('guava').contains('guava says')
