import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject
import io.whittle.maven.it.LinkedImage

import java.security.MessageDigest

def project = BuiltProject.of(binding.variables)
def classifier = "small-${Platform.host().folder()}"
def installed = new File(localRepositoryPath, 'it/pack/1')
def formats = ['tar.gz', 'tar.zst', 'zip']

// What is published is what was packed, and all that is told of it is true.
def told = project.document('small', 'pack.json')
assert told.archives.collect { it.format } == formats
assert told.folder == "pack-1-$classifier"
assert told.image.bytes > told.archives[0].bytes && told.archives[0].bytes > told.archives[1].bytes
told.archives.each { archive ->
    def file = new File(installed, "pack-1-$classifier.${archive.format}")
    def hash = MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex().toString()
    assert archive.file == file.name
    assert archive.bytes == file.length()
    assert archive.sha256 == hash
    assert new File(project.output('small'), archive.file + '.sha256').text == "$hash  ${archive.file}\n"
}
assert new File(project.output('small'), 'pack.md').text.contains(told.archives[0].sha256)

// It runs where it is unpacked.
def elsewhere = new File(basedir, 'target/elsewhere')
elsewhere.mkdirs()
def tar = ['tar', '-xzf', "$installed/pack-1-${classifier}.tar.gz", '-C', elsewhere.path].execute()
assert tar.waitFor() == 0: tar.err.text
assert new LinkedImage(new File(elsewhere, told.folder).toPath()).run('greeter') == 'hello from the archive'

project.log().mustSayInOrder(
        'small for ', ' on disk, packed in ', '.tar.gz: ', ' to transfer (', 'BUILD SUCCESS',
        'unchanged: small for ', 'unchanged: small for ', '.tar.gz: ', ' to transfer (', 'BUILD SUCCESS',
        "whittle.formats names 'tar.gs'", 'Is tar.gz meant?')
