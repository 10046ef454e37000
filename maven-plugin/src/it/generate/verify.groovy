import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def main = project.file('target/classes/lamp/Main.class')
def told = { remote -> '# The features of this application. Written by Whittle.\nplatform=' + Platform.host() +
        '\nfeature.dimmer=in\nfeature.remote-control=' + remote }

// The class is one of the module, the compiler dropped the branch, and both files tell what is in.
assert !main.getText('ISO-8859-1').contains('lamp/Remote')
assert project.image('small').run('lamp') == 'small out\n' + told('out')
assert project.document('small', 'plan.json').settings.features ==
        [file: 'conf/features.properties', in: ['dimmer'], out: ['remote-control']]

// Nothing is compiled anew where the features stay; other features are compiled in.
project.maven('compile').passed().mustSay('Nothing to compile')
project.maven('package', '-Dwhittle.profile=full').passed()
assert main.getText('ISO-8859-1').contains('lamp/Remote')
assert project.image('full').run('lamp') == 'full in\n' + told('in') + '\nlistening'

// A feature that has another name now does not compile, and is told with the place.
def catalog = project.file('feature-tags.yaml')
catalog.text = catalog.text.replace('remote-control:', 'remote-controls:')
project.maven('compile').failed().mustSay(
        'Main.java:21:22: warning: Features.REMOTE_CONTROL will not compile',
        'did you mean Features.REMOTE_CONTROLS?',
        'cannot find symbol')
