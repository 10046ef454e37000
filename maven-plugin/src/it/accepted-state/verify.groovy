import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def image = project.in(project.file('image'))
def lock = project.file('whittle.lock')
def tags = project.file('feature-tags.yaml')

// Nothing is accepted yet, and nothing compared.
project.log().mustNotSay('whittle.lock')
assert !lock.exists()

// Accepted from the root of the reactor: by the one project that links, beside the catalogue.
def first = project.maven('package', 'whittle:lock@images').passed()
first.mustSayInOrder('accepted in ' + lock.canonicalPath, 'small ', 'not accepted yet: 0 features')
assert lock.text.contains('"app": {"from": "project"}')
assert (project.file('.').list() as List).findAll { it.contains('lock') } == ['whittle.lock']

// An edit of the project's own code is no difference.
def source = project.file('app/src/main/java/app/App.java')
source.text = source.text.replace('"first"', '"second"')
project.maven('package').passed().mustSay('(linked in ')
assert image.image('small').run('player') == 'second'
project.maven('package').passed().mustSay('unchanged: small for ')

// Another feature is one, and no image is made.
def stamp = image.image('small').stamp()
tags.text = tags.text.replace('include: []', 'include: [logging]')
def refused = project.maven('package', '-Dwhittle.lockTolerance=2').failed()
refused.mustSayInOrder(
        lock.canonicalPath + ' accepts something else (- accepted, + now)',
        '    + feature logging (asked-for)\n',
        '    + module java.logging (jdk)\n',
        'accept it:',
        'mvn package whittle:lock@images -Dwhittle.lockTolerance=2 -Dwhittle.profile=small')
assert image.image('small').stamp() == stamp
assert image.image('small').modules() == ['app', 'java.base'] as Set

// The command that was printed accepts it, although the bound link comes before it in the same call.
def command = refused.text().readLines().find { it.contains('mvn package whittle:lock') }
def accepted = project.maven(*command.replaceFirst(/^.*mvn /, '').split(' ')).passed()
accepted.mustSayInOrder('not compared with ', 'accepted in ', '+ feature logging (asked-for)')
project.maven('package').passed()
assert image.image('small').modules() == ['app', 'java.base', 'java.logging'] as Set
project.maven('package').passed().mustSay('unchanged: small for ')

// Nothing is left to accept.
project.maven('package', 'whittle:lock@images').passed().mustSay('accepts this already: nothing changed')
