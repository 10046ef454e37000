import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

import java.nio.file.Files

def project = BuiltProject.of(binding.variables)
project.log().mustSayInOrder(
        'small on ', '2 of 3 features', 'netstack', 'required by dns', 'whittle:help', 'whittle:link', 'whittle:resolve')
assert project.document('small', 'resolution.json').profile == 'small'

// What is not there is told with what is.
project.maven('whittle:resolve').failed().mustSay('No profile is asked for.', '-Dwhittle.profile=<name>', 'full, small')
project.maven('whittle:resolve', '-Dwhittle.profile=smal', '-Dwhittle.platform=plan9/amd64').failed().mustSay(
        "whittle.platform is 'plan9/amd64'", "'smal'", 'did you mean small?')
project.maven('whittle:resolve', '-Dwhittle.profile=small', '-Dwhittle.strategy=guess').failed().mustSay(
        "whittle.strategy is 'guess'", 'closure', 'allowlist')
project.maven('whittle:resolve', '-Dwhittle.profile=small', '-Dwhittle.catalog=nowhere.yaml').failed().mustSay(
        'nowhere.yaml', 'there is no such file', 'schema: 1')

// Maven takes any property; one that is nearly Whittle's own is told.
project.maven('whittle:resolve', '-Dwhittle.profile=small', '-Dwhittle.strateg=allowlist').passed().mustSay(
        '[WARNING] -Dwhittle.strateg is no property of Whittle', 'did you mean -Dwhittle.strategy?')

// One thing is explained, and it must be there.
project.maven('whittle:explain').failed().mustSay('Nothing is named that is to be explained.', '-Dwhittle.feature=<name>')
project.maven('whittle:explain', '-Dwhittle.feature=netstak').failed().mustSay('did you mean netstack?')
project.maven('whittle:explain', '-Dwhittle.module=java.logging').passed().mustSay('nothing of the catalogue reaches it')

// All profiles on two platforms, and no link.
project.maven('whittle:resolve', '-Dwhittle.profile=all', '-Dwhittle.platform=linux/arm/v7,windows/amd64').passed()
['full', 'small'].each { profile ->
    ['linux-arm-v7', 'windows-amd64'].each { platform ->
        assert project.file("target/whittle/$profile/$platform").list() == ['resolution.json']
    }
}

// The catalogue as a whole.
project.maven('whittle:validate', '-Dwhittle.failOnWarnings=true').passed().mustSay('no errors, no warnings and ', 'validation.json')
assert project.file('target/whittle/validation.json').isFile()

// Unbound, and nothing to link but the JDK.
project.maven('whittle:link', '-Dwhittle.profile=small').passed()
assert project.image('small').modules() == ['java.base'] as Set

// Outside of any project, and below no catalogue.
def empty = Files.createTempDirectory('whittle').toFile()
try {
    def elsewhere = project.in(empty)
    def resolve = "io.whittle:whittle-maven-plugin:$whittleVersion:resolve".toString()
    elsewhere.maven(resolve, '-Dwhittle.profile=small').failed().mustSay(
            'There is no feature-tags.yaml in ', 'or above it', 'Start one with these lines', 'schema: 1')
    new File(empty, 'feature-tags.yaml').text = project.file('feature-tags.yaml').text
    elsewhere.maven(resolve, '-Dwhittle.profile=small').passed().mustSay('2 of 3 features')
    elsewhere.maven(resolve.replace(':resolve', ':explain'), '-Dwhittle.feature=netstack').passed().mustSay(
            'in small on ', 'required by dns', "take dns out of 'include' of small")
    assert empty.list() as Set == ['feature-tags.yaml', 'target'] as Set
    assert project.in(empty).document('small', 'resolution.json').profile == 'small'
} finally {
    empty.deleteDir()
}
