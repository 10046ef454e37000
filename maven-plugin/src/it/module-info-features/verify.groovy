import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def image = project.in(project.file('image'))
def catalog = project.file('feature-tags.yaml')

// The code needs what nobody declared, and the message has the edit.
def edit = 'requires: [netstack]'
project.log().mustSayInOrder(
        'resolver requires packets (module-info), but packets is of feature netstack',
        'feature-tags.yaml:8:15',
        'Feature dns (',
        'feature-tags.yaml:6:15) holds resolver.',
        "Add '$edit' to feature dns")
assert image.outputNames('small').empty

catalog.text = catalog.text.replace('  dns:\n', "  dns:\n    $edit\n")
project.maven('package').passed()
assert image.image('small').run('resolve', 'router') == 'router is 100.64.0.1'
