import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def app = project.in(project.file('app'))

project.log().mustSayInOrder(
        'reading the code of 2 modules',
        'base with 1 module, 1 feature, capabilities: 0, launchers: 1',
        'whittle:audit finds nothing wrong with it, and it can be linked',
        'the pom of app, which depends on every one',
        "<version>$whittleVersion</version>".toString(),
        'BUILD SUCCESS', 'BUILD SUCCESS')
assert project.log().text().count('reading the code of') == 1

def catalog = project.file('feature-tags.yaml')
assert catalog.text.contains('name: first-catalogue\n')
assert catalog.text.contains('    app: {module: speech.app, main: speech.app.Speaker}\n')
assert app.image('minimal').run('app') == 'hello'
assert app.image('minimal').modules() == ['java.base', 'speech.app', 'speech.words'] as Set

// What stands there is somebody's work by now.
catalog << '# mine\n'
def mine = catalog.text
project.maven('package', 'whittle:init').failed().mustSay('exists, and whittle:init replaces nothing', 'whittle:audit -Dwhittle.fix')
assert catalog.text == mine
