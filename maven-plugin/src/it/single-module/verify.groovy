import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def platform = Platform.host()

// The launcher passes on what the catalogue says, spaces and quotes included, and then what it is given.
assert project.image('full').run('probe', 'a  b', '$HOME') == "it's a probe; logging in; from | the launcher | a  b | \$HOME"
assert project.image('small').run('probe') == "it's a probe; logging out; from | the launcher"

// The documents agree with the image.
assert project.image('full').modules() == ['java.base', 'java.logging', 'probe'] as Set
assert project.image('small').modules() == ['java.base', 'probe'] as Set
['full', 'small'].each { profile ->
    def plan = project.document(profile, 'plan.json')
    assert plan.profile == profile
    assert plan.platform == platform.toString()
    assert plan.modules.collect { it.name } as Set == project.image(profile).modules()
    assert plan.launchers.collect { it.name } == ['probe']
    def sbom = project.document(profile, 'sbom.cdx.json')
    assert sbom.components.findAll { it.type == 'library' }.collect { it.purl ?: it.name } as Set ==
            project.image(profile).modules().collect { it == 'probe' ? 'pkg:maven/it/single-module@1' : it } as Set
    assert project.outputNames(profile) == ['cell.json', 'image', 'image.record', 'plan.json', 'resolution.json', 'sbom.cdx.json'] as Set
}
def resolution = project.document('small', 'resolution.json')
assert resolution.profile == 'small'
assert resolution.features.collect { [it.feature, it.in, it.reason.text] } ==
        [['logging', false, 'excluded by small (nobody reads it)']]

// One archive of classes, which holds those of the application, in the image that asks for one; both images were linked twice.
def archives = { profile ->
    def names = []
    project.image(profile).folder().toFile().eachFileRecurse { names << it.name }
    names.findAll { it.endsWith('.jsa') }
}
assert archives('full') == ['classes.jsa']
assert archives('small') == []
project.log().mustSayInOrder(
        'archiving what ', 'archive of classes: ', ', and every launcher uses it',
        "full for $platform: ", ', twice to the same bytes, its archive of classes left aside', "small for $platform: ", ', twice to the same bytes')

project.log().mustSayInOrder(
        "full for $platform: ",
        'features: 1 in, 0 out; modules: 3',
        'launchers: bin/probe',
        "small for $platform: ",
        'features: 0 in, 1 out; modules: 2',
        ' of full (')

// What Maven itself warns of is not looked at.
def goal = project.log().text().takeAfter(':link (images)').takeBefore('BUILD SUCCESS')
assert !goal.contains('[WARNING]'): goal
