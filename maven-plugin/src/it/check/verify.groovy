import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def platform = Platform.host()

project.log().mustSayInOrder(
        'by-script: passed', 'by-test: passed', 'says: passed', 'served: passed', "full for $platform: 4 passed", 'BUILD SUCCESS',
        'says: passed', 'served: not applicable', "small for $platform: 3 passed, 1 not applicable", 'BUILD SUCCESS',
        'BUILD FAILURE', "whittle.check names 'serve', but", 'Is served meant?')

// The last run asked nothing, and what stood before stands.
def full = project.document('full', 'checks.json')
assert full.checks.collect { it.name } == ['by-script', 'by-test', 'says', 'served']
def suite = new XmlSlurper().parse(new File(project.output('full'), 'TEST-whittle-checks.xml'))
assert suite.@tests == '4' && suite.@failures == '0' && suite.@errors == '0' && suite.@skipped == '0'
assert new XmlSlurper().parse(new File(project.output('small'), 'TEST-whittle-checks.xml')).@skipped == '1'
assert new File(project.output('full'), 'checks.md').text.contains('served')

// An image that answers otherwise fails the build, with what was expected, what came, and how to ask again.
def catalog = project.file('feature-tags.yaml')
catalog.text = catalog.text.replace("{stdout: '^hello\$'}", "{stdout: '^goodbye'}")
def wrong = project.maven('verify')
assert wrong.exit() != 0
wrong.log().mustSayInOrder('says: failed', 'goodbye', 'hello', 'BUILD FAILURE', 'does not do what says asks', '-Dwhittle.check=says')
assert project.document('full', 'checks.json').checks.find { it.name == 'says' }.outcome != full.checks.find { it.name == 'says' }.outcome
