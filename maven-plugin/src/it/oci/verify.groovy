import groovy.json.JsonSlurper
import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

import java.security.MessageDigest

def project = BuiltProject.of(binding.variables)
def platform = Platform.host().folder()
def layout = new File(basedir, 'target/whittle/oci/small')
def read = { file -> new JsonSlurper().parse(file) }
def blob = { descriptor ->
    def file = new File(layout, 'blobs/' + descriptor.digest.replace(':', '/'))
    assert 'sha256:' + MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex() == descriptor.digest
    assert file.length() == descriptor.size
    file
}

// All that the layout names is there and is what it is named, down to the layers.
def top = read(new File(layout, 'index.json'))
assert top.manifests.collect { it.annotations['org.opencontainers.image.ref.name'] } == ['1', "1-$platform".toString()]
def manifest = read(blob(read(blob(top.manifests[0])).manifests[0]))
def config = read(blob(manifest.config))
manifest.layers.each { blob(it) }
assert config.rootfs.diff_ids.size() == manifest.layers.size()
assert config.config.Entrypoint[0] == '/opt/oci/bin/java'
assert config.config.Labels['org.opencontainers.image.version'] == '1'
assert config.config.Volumes == ['/var/lib/greeter': [:]]

// What is told of it is true.
def told = read(new File(basedir, 'target/whittle/small/oci.json'))
assert told.images[0].layers*.content == ['system', 'jdk', 'application']
assert told.images[0].layers*.digest == manifest.layers*.digest
assert new File(project.output('small'), told.images[0].archive).isFile()

project.log().mustSayInOrder(
        'small: oci:1 in ', ' to transfer, sha256:', 'runs as 65532:65532: /opt/oci/bin/java', 'BUILD SUCCESS',
        'unchanged: container images of small', 'BUILD SUCCESS',
        "whittle.imageUser is 'me'", 'Write nonroot, root, or numbers')
