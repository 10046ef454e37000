import groovy.json.JsonSlurper
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)

// What answers elliptic curves moved into java.base.
def curves = Runtime.version().feature() < 22 ? ['jdk.crypto.ec'] : []
def missing = (['jdk.charsets', 'jdk.localedata', 'jdk.zipfs'] + curves).sort()

project.log().mustSayInOrder(
        'error missing-jdk-module [jdk]', 'story.Story.main (Story.java:', "add jdk.charsets to 'jdkModules' of story",
        'that whittle.failOn=error does not let pass',
        'added to ', 'features.story.jdkModules: jdk.charsets', 'BUILD SUCCESS',
        'no errors, no warnings and no infos in told', 'BUILD SUCCESS')

// Only that was added.
def catalog = project.file('feature-tags.yaml').text
assert catalog.contains("story: {modules: [story], jdkModules: [${missing.join(', ')}]}")
assert catalog.contains('  # Asks the JDK for more than its descriptor says.\n')

def audit = new JsonSlurper().parse(project.file('target/whittle/audit.json'))
assert audit.findings == []
assert project.file('target/whittle/audit.sarif').exists() && project.file('target/whittle/audit.md').exists()

// And it is just what the program lacked.
assert project.image('told').run('story').readLines() == ['EC', 'jar', 'mars', 'A']
