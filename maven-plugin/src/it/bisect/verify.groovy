import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def platform = Platform.host()

project.log().mustSayInOrder(
        'opens: failed', 'BUILD FAILURE',
        "check opens fails in told for $platform for want of JDK module jdk.zipfs", 'confirmed', 'jdkModules: [jdk.zipfs]',
        '-Dwhittle.fix adds it', 'BUILD SUCCESS',
        'features.story.jdkModules: jdk.zipfs', 'BUILD SUCCESS',
        'opens: passed', 'BUILD SUCCESS',
        'BUILD FAILURE', "whittle.check names 'open'", 'Is opens meant?', "whittle.over is 'modules'")

def catalog = project.file('feature-tags.yaml').text
assert catalog.contains('story: {modules: [story], checks: [opens], jdkModules: [jdk.zipfs]}')
assert catalog.contains('# without it the check opens fails')

// What was found last stands, for programs and for people.
def found = project.document('told', 'bisect/opens/bisect.json')
assert found.culprits == [[kind: 'jdk-module', name: 'jdk.zipfs']]
assert found.edits == [[list: 'jdkModules', entry: 'jdk.zipfs']]
assert found.runs.last().linked && found.runs.last().outcome == 'passed'
assert new File(project.output('told'), 'bisect/opens/bisect.md').text.contains('jdk.zipfs')
assert !project.file('target/whittle/bisect.trials').exists()
