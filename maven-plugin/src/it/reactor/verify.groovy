import io.whittle.maven.it.BuiltProject

import java.nio.file.Files

def project = BuiltProject.of(binding.variables)
def image = project.in(project.file('image'))

project.log().mustSayInOrder(
        'player: color', 'in colored on ', 'asked for by colored', 'BUILD SUCCESS',
        'BUILD SUCCESS',
        '(linked in ', 'module color', '-> color', "take color out of 'include' of colored", 'BUILD SUCCESS')
assert project.log().text().count('player: color (') == 1
assert project.log().text().count('module color') == 1
assert project.file('target/whittle/explain/feature-color.json').exists()
assert project.file('target/whittle/explain/module-color.json').exists()

// The catalogue stands at the top and was found from the module that links.
assert image.document('colored', 'resolution.json').catalog.name == 'player'
assert image.image('colored').run('player') == 'parts: color'
assert image.image('colored').modules() == ['app', 'color', 'java.base'] as Set

// Jars of the reactor, not of a repository.
def plan = image.document('colored', 'plan.json')
assert plan.modules.findAll { it.from != 'jdk' }.collect { it.from } == ['it:app:1', 'it:color:1']
assert !Files.exists(localRepositoryPath.toPath().resolve('it/app'))
