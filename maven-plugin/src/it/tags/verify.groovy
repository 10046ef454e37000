import groovy.json.JsonSlurper
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)

// Tags, and a template of the project's own.
assert project.file('target/whittle/router/tags.txt').text ==
        'ts_include_cli,ts_omit_debug,ts_omit_debugeventbus,ts_omit_desktop_sessions\n'
def tags = new JsonSlurper().parse(project.file('target/whittle/router/tags.json'))
assert tags.platforms*.platform == ['linux/amd64']
assert tags.platforms[0].tags.find { it.in }.feature == 'cli'
assert project.file('made/node.toml').text == 'default = ["advertiseexitnode", "cli", "iptables", "peerapiserver"]\n'

// The list by hand: a gap, and a tag that text stripping left.
project.log().mustSayInOrder(
        'router.tags:2:47: error: advertiseexitnode requires peerapiserver (feature-tags.yaml:10:34)',
        'router.tags:3:1: error: no feature knows the tag eventbus',
        'to keep what the kept features require: remove ts_omit_peerapiserver')
def lint = new JsonSlurper().parse(project.file('target/whittle/lint-tags.json'))
assert lint.platforms[0].findings*.kind == ['broken-requirement', 'stripped-tag', 'left-on']

// Platforms that differ have a line each.
project.maven('whittle:tags', '-Dwhittle.profile=router', '-Dwhittle.platform=linux/arm64,macos/arm64',
        '-Dwhittle.outputDirectory=target/both').passed()
assert project.file('target/both/router/tags.txt').readLines() == [
        'linux/arm64: ts_include_cli,ts_omit_debug,ts_omit_debugeventbus,ts_omit_desktop_sessions',
        'macos/arm64: ts_include_cli,ts_omit_debug,ts_omit_debugeventbus,ts_omit_desktop_sessions,ts_omit_iptables']

// Errors fail the build, a list that whittle:tags wrote has none, and a template's fault is told at its place.
project.maven('whittle:lint-tags', '-Dwhittle.tags=router.tags').failed().mustSay('errors: 2', '-Dwhittle.failOnFindings=false')
project.maven('whittle:lint-tags', '-Dwhittle.profile=router', '-Dwhittle.platform=linux/amd64',
        '-Dwhittle.tags=target/whittle/router/tags.txt').passed().mustSay('errors: 0, warnings: 0')
project.file('wrong.ftl').text = 'in:\n${features[0].nmae}\n'
project.maven('whittle:tags', '-Dwhittle.profile=router', '-Dwhittle.template=wrong.ftl').failed().mustSay(
        "wrong.ftl:2:3: error: there is no 'features[0].nmae'")
