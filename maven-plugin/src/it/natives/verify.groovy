import io.whittle.graph.catalog.Arch
import io.whittle.graph.catalog.Os
import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def host = Platform.host()
if (host.os() != Os.LINUX || host.arch() != Arch.AMD64) {
    return
}

// The checks have called every library: nothing of them is loaded from anywhere but the image.
def checks = project.document('all', 'checks.json')
assert checks.counts.passed == 8
assert checks.counts.failed == 0

def plan = project.document('all', 'plan.json')
def modules = plan.modules.collectEntries { [it.name, it] }
def laid = modules.values().collectMany { it.laid ?: [] }.collect { it.file }
def lib = new File(project.image('all').folder().toFile(), 'lib')
assert laid.size() == 8
laid.each { assert new File(lib.parentFile, it).file: it }

// The jar of the other processor is not in, though both are dependencies.
assert modules.containsKey('io.netty.transport.epoll.linux.x86_64')
assert !modules.containsKey('io.netty.transport.epoll.linux.aarch_64')

// Said in every report.
assert modules['com.sun.jna'].changes.collect { it.kind } ==
        ['requirements-made-optional', 'natives-cut', 'natives-laid']
assert modules['com.sun.jna'].laid == [[file: 'lib/libjnidispatch.so', entry: 'com/sun/jna/linux-x86-64/libjnidispatch.so']]
def components = project.document('all', 'sbom.cdx.json').components
def jna = components.find { it.name == 'jna-jpms' }
def library = components.find { it.name == 'lib/libjnidispatch.so' }
assert library.properties.any { it.name == 'whittle:from' && it.value.startsWith('net.java.dev.jna:jna-jpms:') }: library
assert jna.properties.any { it.name == 'whittle:changed' && it.value.startsWith('natives-cut: ') }: jna
project.log().mustSay('com.sun.jna is linked from a changed copy of net.java.dev.jna:jna-jpms:5.19.1: requirements were made optional,')

// JNA alone: without java.desktop, which its own descriptor would bring.
project.maven('package', '-Dwhittle.profile=jna').passed()
def small = project.image('jna')
// JDK 24 and later warn first that a library is loaded.
assert small.run('natives', 'jna').endsWith('jna from lib')
// By a symbolic link, from elsewhere.
def link = java.nio.file.Files.createSymbolicLink(project.file('target/a link').toPath(), small.folder().resolve('bin/natives'))
assert [link.toString(), 'jna'].execute().text.trim() == 'jna from lib'
assert small.modules() == ['com.sun.jna', 'java.base', 'java.logging', 'natives'] as Set
def bytes = 0L
small.folder().toFile().eachFileRecurse { if (it.file) bytes += it.length() }
println "an image with JNA takes $bytes bytes"
assert bytes < 45L * 1024 * 1024

// What is kept is kept, unpacked under a name of JNA's own.
def catalog = project.file('feature-tags.yaml')
def whole = catalog.text
catalog.text = whole.replace('{optional: [java.desktop]}', '{optional: [java.desktop], natives: all}')
        .replace('^jna from lib$', '^jna from nowhere$')
project.maven('package', '-Dwhittle.profile=jna').passed().mustSay('com.sun.jna keeps 26 native files that are not for ')
assert !new File(project.image('jna').folder().toFile(), 'lib/libjnidispatch.so').exists()
assert project.image('jna').run('natives', 'jna').endsWith('jna from nowhere')

// On the class path its jar is cut too, and its file lies in lib/.
catalog.text = whole.replace('snappy: {modules: [org.xerial.snappy]', "snappy: {artifacts: ['org.xerial.snappy:snappy-java']")
        .replace('artifacts:\n', 'artifacts:\n  org.xerial.snappy:snappy-java: {as: classpath}\n')
        .replace('include: [jna]', 'include: [jna, snappy]')
        .replace('run: [natives, snappy]', 'run: [natives, jna]').replace('^snappy from lib$', '^jna from lib$')
project.maven('package', '-Dwhittle.profile=jna').passed()
def plain = project.image('jna').folder().toFile()
def jar = new File(plain, 'lib/classpath').listFiles().find { it.name.startsWith('snappy-java') }
assert new File(plain, 'lib/libsnappyjava.so').file
new java.util.zip.ZipFile(jar).withCloseable { zip ->
    assert zip.entries().findAll { it.name =~ /\.(so|dll|dylib|a)$/ }.empty
}

// Another jar behind the module, for one call; it is said wherever something is told of the image.
catalog.text = whole.replace('artifacts:\n', 'artifacts:\n  net.java.dev.jna:jna: {optional: [java.desktop]}\n')
project.maven('package', '-Pfork', '-Dwhittle.profile=jna', '-Dwhittle.replace=com.sun.jna=net.java.dev.jna:jna').passed()
        .mustSay("com.sun.jna is net.java.dev.jna:jna:5.17.0 in place of net.java.dev.jna:jna-jpms:5.19.1, as 'replace' says")
assert project.image('jna').run('natives', 'jna').endsWith('jna from lib')
def folder = project.image('jna').folder().parent
['pack.md', 'checks.md'].each { report ->
    def text = folder.resolve(report).toFile().text
    assert text.contains('### Changed jars')
    assert text.contains('<code>com.sun.jna</code>: is net.java.dev.jna&#58;jna&#58;5.17.0 in place of')
    assert text.contains('natives-cut')
}

catalog.text = whole
// What a script ends with is what it returns, and anything but nothing is a failure.
assert catalog.text == whole
