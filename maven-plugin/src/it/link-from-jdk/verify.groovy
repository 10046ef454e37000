import io.whittle.graph.catalog.Os
import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def foreign = Platform.host().os() == Os.WINDOWS ? 'linux/amd64' : 'windows/amd64'
def stamp = project.image('small').stamp()

project.maven('package', '-Dwhittle.jdk=src').failed().mustSay(
        "The JDK at ${project.file('src')} cannot be linked: its file 'release' cannot be read, so this is no JDK.",
        'Name the folder of a JDK with -Dwhittle.jdk=<folder>')

// The JDK that runs Maven is one for this machine.
def wrong = project.maven('package', "-Dwhittle.platform=$foreign").failed()
wrong.mustSay("There is no JDK ${Runtime.version().feature()} for $foreign. It was looked for in",
        "the JDK that runs this build, ", "Name its folder with -Dwhittle.jdk=$foreign=<folder>")
// One that is named is taken at its word.
project.maven('package', "-Dwhittle.platform=$foreign", "-Dwhittle.jdk=${System.getProperty('java.home')}").failed().mustSay(
        "and the image is for $foreign.", "Name a JDK for $foreign with -Dwhittle.jdk=$foreign=<folder>.")
def folder = project.file("target/whittle/small/${foreign.replace('/', '-')}")
assert !folder.list()

// One that is right and one that is wrong.
project.maven('package', "-Dwhittle.platform=${Platform.host()},$foreign").failed()

assert project.image('small').stamp() == stamp
assert project.image('small').run('app') == 'first'
