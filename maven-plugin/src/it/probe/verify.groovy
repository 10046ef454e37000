import groovy.json.JsonSlurper
import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def folder = project.file('target/whittle/probe')

project.log().mustSayInOrder(
        "probing 3 features on ${Platform.host()}: 6 pairs", 'full: 2 passed', 'row-1: ',
        'tells fails in row-', 'it needs log', 'mend: features.news.requires: log', 'to try a row, paste it', 'row-', 'exclude: [log',
        '1 failure unmasked', 'BUILD FAILURE', 'The probe unmasked what', 'does not declare')
def probe = new JsonSlurper().parse(new File(folder, 'probe.json'))
assert !probe.passed && probe.pairs.met == 6
assert probe.findings.collect { [it.check, it.tried, it.suspects.collect { it.anyOf }] } == [['tells', true, [['log']]]]
assert new File(folder, 'probe.md').text.contains('tells fails in')
// No image outlives it.
assert folder.list() as Set == ['probe.json', 'probe.md'] as Set

// The row can be had as a profile, and fails there, too.
def catalog = project.file('feature-tags.yaml')
def row = probe.rows.find { it.name == probe.findings[0].failure.row }
catalog.text = catalog.text.replace('  full: {', "  $row.profile\n  full: {")
def pasted = project.maven('package', 'whittle:check', "-Dwhittle.profile=$row.name".toString())
assert pasted.exit() != 0
pasted.log().mustSayInOrder('starts: passed', 'tells: failed', 'BUILD FAILURE')

// What it says mends it.
catalog.text = catalog.text.replace("  $row.profile\n", '').replace('  news:\n', '  news:\n    requires: [log]\n')
def mended = project.maven('package', 'whittle:probe')
assert mended.exit() == 0
mended.log().mustSayInOrder('nothing unmasked', 'BUILD SUCCESS')

// A budget that ends it is said, and what it left.
def brief = project.maven('package', 'whittle:probe', '-Dwhittle.probeRows=1', '-Dwhittle.probeMinutes=10')
assert brief.exit() == 0
brief.log().mustSayInOrder('not covered, since whittle.probeRows ended the probe: ', ' pairs, such as ', 'BUILD SUCCESS')
