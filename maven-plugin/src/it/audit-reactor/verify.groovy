import groovy.json.JsonSlurper
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
project.log().mustSayInOrder(
        'reading the code of 1 module', 'the code of east is not read', 'BUILD SUCCESS',
        'reading the code of 2 modules', 'feature east', 'error undeclared-requirement [constant]',
        'feature west', 'error undeclared-requirement [constant]', 'BUILD FAILURE',
        'accepted in ', ': 2 findings', 'BUILD SUCCESS',
        '(and 2 accepted)', 'BUILD SUCCESS')
assert project.log().text().count('reading the code of') == 4

def findings = new JsonSlurper().parse(project.file('whittle.lock')).findings
assert findings.collect { "$it.feature uses $it.target".toString() } == ['east uses west', 'west uses east']

// Who reads a part of it does not know what the rest needs no more.
project.maven('package', '-pl', 'west', 'whittle:audit', '-Dwhittle.accept').passed().mustSay('the code of east is not read')
assert new JsonSlurper().parse(project.file('whittle.lock')).findings == findings
