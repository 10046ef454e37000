import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
assert project.image('small').run('app') == 'first'

// This JVM may have a locale that cannot spell the folder: a shell makes it.
def name = 's\\303\\274\\303\\237 \\346\\270\\254'
def beside = """
    set -e
    folder="../\$(printf '$name')"
    cp -R . "\$folder"
    cd "\$folder"
    rm -rf target
    "\$@"
    exec target/whittle/small/*/image/bin/app
    """.toString()
project.withLocale('C.UTF-8').throughShell(beside).maven('package').passed().mustSayInOrder(
        'small for ', '/target/it/süß 測/target/whittle/small/', 'BUILD SUCCESS', 'first')

// A path that this locale cannot spell: the message names the locale, not the path alone.
def unspeakable = "exec \"\$@\" \"-Dwhittle.outputDirectory=\$(printf '$name')\"".toString()
project.withLocale('POSIX').throughShell(unspeakable).maven('package').failed().mustSay(
        'has characters that Java cannot spell in this locale', 'LC_ALL=C.UTF-8')
