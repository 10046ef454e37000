import groovy.json.JsonSlurper
import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def image = project.in(project.file('image'))
def host = Platform.host()
def matrix = { new JsonSlurper().parse(project.file('target/whittle/matrix.json')) }
def arguments = { cell -> (cell.command - 'mvn ').split(' ') }

project.log().mustSayInOrder('BUILD FAILURE', 'whittle.maxRows is 1, and the matrix has 2 cells: 1 is left out')
assert !project.file('target/whittle/matrix.json').exists()

// Nothing is built yet, and nothing needs to be.
def unbuilt = project.maven(
        'whittle:matrix', '-Dwhittle.rows=profiles,features', '-Dwhittle.template=cells.txt.ftl', '-Dwhittle.templateOutput=target/cells.txt')
assert unbuilt.exit() == 0
unbuilt.log().mustSayInOrder(
        'matrix of profiles, features: 6 rows, 3 images', "colored for $host, also dazzling, feature-bright, feature-color",
        'mvn package -Dwhittle.cell=', 'BUILD SUCCESS')
// Once, and not in each module.
assert unbuilt.log().text().count('matrix of profiles, features') == 1
assert project.file('target/cells.txt').text.readLines() ==
        ['colored: colored dazzling feature-bright feature-color', 'full: full', 'feature-sound: feature-sound']

// A cell alone, by the very command that was printed.
def sound = matrix().cells.find { it.name == 'feature-sound' }
assert sound.hashOf == 'resolution'
def alone = project.maven(arguments(sound))
assert alone.exit() == 0
assert image.image('feature-sound').run('player') == 'parts: sound'
assert image.image('feature-sound').modules() == ['app', 'java.base', 'sound'] as Set
assert !image.output('colored').exists()

def full = matrix().cells.find { it.name == 'full' }
assert arguments(full) as List == ['package', '-Dwhittle.profile=full', "-Dwhittle.platform=$host"]

// Behind a phase plans are told apart, and GitHub Actions is told.
def github = project.file('target/github.txt')
def planned = project.withVariable('GITHUB_OUTPUT', github.path)
        .maven('package', 'whittle:matrix', '-Dwhittle.rows=profiles,features', '-Dwhittle.matrixOutput=cells')
assert planned.exit() == 0
assert matrix().cells.every { it.hashOf == 'plan' }
assert github.text.startsWith('cells={"include":[{"id":"')
def jobs = new JsonSlurper().parseText(github.text.readLines()[0] - 'cells=').include
assert jobs.collect { it.id } == matrix().cells.collect { it.id }

// All that its rows can be asked is asked of the one image: colored alone has no check.
def merged = jobs.find { it.name == 'colored' }
def checked = project.maven((['package', 'whittle:check'] + (merged.arguments.split(' ') as List)) as String[])
assert checked.exit() == 0
checked.log().mustSayInOrder('plays: not applicable', 'shows: passed', 'BUILD SUCCESS')

// A build reports on its own image, and what nobody asked for in this call stands aside.
def reported = project.maven('package', 'whittle:check', 'whittle:audit', 'whittle:report', '-Dwhittle.profile=full')
assert reported.exit() == 0
reported.log().mustSayInOrder("full for $host: resolve green, audit green, check green", 'player: green, 1 of 1 image green', 'BUILD SUCCESS')
assert new JsonSlurper().parse(project.file('target/whittle/report/report.json')).verdict == 'green'
assert new File(image.output('full'), 'report.json').exists()

// A collecting job builds nothing: what is missing, or was never looked at, fails it, with what is to be done.
image.output('feature-sound').deleteDir()
def summary = project.file('target/summary.md')
def collected = project.withVariable('GITHUB_STEP_SUMMARY', summary.path).maven('whittle:report', '-Dwhittle.results=image/target/whittle')
assert collected.exit() != 0
collected.log().mustSayInOrder(
        'held against', 'matrix.json', 'BUILD FAILURE', "feature-sound for $host is missing: mvn package whittle:check -Dwhittle.cell=",
        "colored for $host, audit not run: the audit did not look at colored")
assert summary.text.contains('## player: red, 1 of 2 images green, 1 cell missing')
def report = new JsonSlurper().parse(project.file('target/whittle/report/report.json'))
assert report.images.find { it.name == 'colored' }.standsFor.contains('dazzling')

def unknown = project.maven('package', 'whittle:link', '-Dwhittle.cell=feature-sond', "-Dwhittle.platform=$host".toString())
assert unknown.exit() != 0
unknown.log().mustSayInOrder('BUILD FAILURE', 'none has that id or name: did you mean feature-sound?')

// What no call could override is told.
def pom = project.file('image/pom.xml')
pom.text = pom.text.replace('</executions>', '</executions>\n        <configuration><profile>colored</profile></configuration>')
def before = github.text
def pinned = project.withVariable('GITHUB_OUTPUT', github.path).maven('whittle:matrix', '-Dwhittle.githubOutput=')
assert pinned.exit() == 0
pinned.log().mustSayInOrder('The pom of image sets profile under configuration', '<whittle.profile>colored</whittle.profile>', 'BUILD SUCCESS')
// Nor is GitHub told what it is not to be told.
assert github.text == before
