import io.whittle.graph.catalog.Os
import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

import java.nio.file.Files

def project = BuiltProject.of(binding.variables)
def host = Platform.host()
def home = new File(System.getProperty('java.home'))
def image = project.image('small')
assert image.run('app') == 'first'

// A profile that names no platforms has none of its own.
project.maven('package', '-Dwhittle.platform=all').failed().mustSay(
        'Profile small names no platforms, so whittle.platform=all asks for none of it.')

// Wrong words are told, all of them.
project.maven('package', '-Dwhittle.jdk=linux/amd46=/opt/jdk', '-Dwhittle.jdkArtifacts=acme:jdk:zip:1').failed().mustSay(
        "whittle.jdk names the platform 'linux/amd46': 'amd46' is no architecture",
        "whittle.jdkArtifacts is 'acme:jdk:zip:1', which names no platform.")

// An archive that no repository has.
project.maven('package', "-Dwhittle.jdkArtifacts=$host=it.jdks:gone:tar.gz:1").failed().mustSay(
        "The JDK for $host is it.jdks:gone:tar.gz:1 (whittle.jdkArtifacts), which cannot be had: ")

// Toolchains that do not fit are told, each with the reason.
def toolchains = project.file('target/toolchains.xml')
def toolchain = { String os, String arch, File at -> """
  <toolchain>
    <type>jdk</type>
    <provides><version>${Runtime.version().feature()}</version><os>$os</os><arch>$arch</arch></provides>
    <configuration><jdkHome>$at</jdkHome></configuration>
  </toolchain>""" }
toolchains.text = "<toolchains>${toolchain('openbsd', 'riscv64', new File('/gone'))}${toolchain(host.os().word(), host.arch().word(), home)}\n</toolchains>\n"
project.maven('package', '-t', toolchains.path, '-Dwhittle.platform=openbsd/riscv64').failed().mustSay(
        "There is no JDK ${Runtime.version().feature()} for openbsd/riscv64. It was looked for in",
        "toolchain ${new File('/gone')}: there is no such folder",
        "toolchain $home: is for $host",
        "the JDK that runs this build, $home: ")

// What follows needs a shell and tar.
if (host.os() == Os.WINDOWS) {
    println 'NOT TESTED: JDKs of archives and toolchains, on Windows'
    return
}

// A toolchain for the platform comes before the JDK that runs Maven, and one for another platform does not. It makes the same plan, and so the
// image stands.
def takenFromToolchain = { File jdk ->
    toolchains.text = "<toolchains>${toolchain('openbsd', 'riscv64', home)}${toolchain(host.os().word(), host.arch().word(), jdk)}\n</toolchains>\n"
    project.maven('package', '-t', toolchains.path).passed().mustSay("from JDK ", " in $jdk", '(not linked again)')
    assert image.run('app') == 'first'
}

// A small JDK can only be made of jmods. Without them it is the same JDK by another path.
if (!new File(home, 'jmods').directory) {
    println "NOT TESTED: a JDK from an archive, kept in a cache: $home has no jmods to make a small one of"
    def alias = project.file('target/alias-jdk').toPath()
    Files.createSymbolicLink(alias, home.toPath())
    takenFromToolchain(alias.toFile())
    return
}

// This machine's own jlink, and of the modules java.base alone.
def small = project.file('target/small-jdk')
new File(small, 'jmods').mkdirs()
new File(small, 'bin').mkdirs()
['release', 'jmods/java.base.jmod'].each { Files.copy(new File(home, it).toPath(), new File(small, it).toPath()) }
def jlink = new File(small, 'bin/jlink')
jlink.text = "#!/bin/sh\nexec '$home/bin/jlink' \"\$@\"\n"
jlink.executable = true

// An archive in a repository, whose single folder is the JDK.
def folder = new File(localRepositoryPath, 'it/jdks/small/1')
folder.mkdirs()
assert ['tar', '-czf', "$folder/small-1-host.tar.gz", '-C', small.parent, small.name]*.toString().execute().waitFor() == 0
def archived = ['package', "-Dwhittle.jdkArtifacts=$host=it.jdks:small:tar.gz:host:1",
        "-Dwhittle.jdkCache=${project.file('target/jdks')}"] as String[]
def first = project.maven(archived).passed()
first.mustSay('unpacking small-1-host.tar.gz (', 'unpacked in ', '/small-jdk', '(linked in ')
assert image.run('app') == 'first'
project.maven(archived).passed().mustSay('unchanged: small for ')

// What lies in the cache is proved before it is used.
def jmod = project.file('target/jdks').listFiles().find { it.directory }.toPath().resolve('small-jdk/jmods/java.base.jmod')
Files.write(jmod, 'damaged'.bytes)
project.maven(archived).passed().mustSay('is not what was unpacked there (small-jdk/jmods/java.base.jmod has another size)')
assert image.run('app') == 'first'

takenFromToolchain(small)
