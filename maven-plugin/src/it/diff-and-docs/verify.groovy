import groovy.json.JsonSlurper
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)

// The document is filled in, held against the catalogue by the bound goal, and stale after a change.
def document = project.file('docs/features.md')
assert document.text.contains('| `netstack` | yes | required by dns |  |')
assert document.text.endsWith('<!-- /whittle -->\n\nBy hand.\n')
project.log().mustSay('docs/features.md is up to date: 1 section')
document.text = document.text.replace('required by dns', 'of old')
project.maven('verify').failed().mustSay(
        'features.md:3:1: this section is stale', '+ | `netstack` | yes | required by dns |  |',
        'mvn whittle:docs -Dwhittle.docs=docs/features.md')

// Against the former catalogue, on the console and as documents.
project.log().mustSayInOrder(
        'catalogue former.yaml -> catalogue feature-tags.yaml',
        'small on linux/amd64 and linux/arm64: in: netstack; out: logs',
        '+ netstack: required by dns')
assert new JsonSlurper().parse(project.file('target/whittle/diff.json')).images*.platform == ['linux/amd64', 'linux/arm64']
assert project.file('target/whittle/diff.md').text.contains('<code>former.yaml</code>')

// Without a project, with a wrong name.
project.maven('whittle:diff', '-Dwhittle.from=main').failed().mustSay('there is no such file or folder', 'git show main:')
