import groovy.json.JsonSlurper
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)

// A model of another tool, as a catalogue that the other goals find.
project.log().mustSayInOrder(
        "the attribute 'price' is not imported", 'model lamp.uvl: features: 6; constraints across the tree: 1', 'written to ')
def catalog = project.file('feature-tags.yaml')
assert catalog.text.contains('summary: Colour picker')
def exported = new JsonSlurper().parse(project.file('target/whittle/catalog.json'))
assert exported.features*.feature == ['battery', 'colour-picker', 'lamp', 'mains', 'power', 'remote']
def drawn = project.file('target/whittle/smallest/linux-amd64/graph.dot').text
assert drawn.contains('"feature power" [label="power", style="rounded,filled"')
assert drawn.contains('"feature remote" [label="remote", style="rounded", color="#aaaaaa"')

// Somebody's work is not written over, and a model with faults writes nothing.
def before = catalog.text
project.maven('whittle:import', '-Dwhittle.uvl=model/lamp.uvl').failed().mustSay('replaces nothing', '-Dwhittle.to=')
assert catalog.text == before
project.file('model/wrong.uvl').text = 'features\n\tLamp\nconstraints\n\tLmap\n'
project.maven('whittle:import', '-Dwhittle.uvl=model/wrong.uvl', '-Dwhittle.to=wrong.yaml').failed().mustSay(
        'wrong.uvl:4:2: error', "did you mean 'Lamp'?")
assert !project.file('wrong.yaml').exists()
