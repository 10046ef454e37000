import com.sun.net.httpserver.HttpServer
import io.whittle.maven.it.BuiltProject

import java.util.concurrent.ConcurrentHashMap

def project = BuiltProject.of(binding.variables)
def image = project.image('small')
def source = project.file('src/main/java/app/App.java')

// What a remote cache is: a place where files are put, and got from.
def kept = new ConcurrentHashMap<String, byte[]>()
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.createContext('/') { exchange ->
    def path = exchange.requestURI.path
    def body = exchange.requestBody.bytes
    def found = kept[path]
    if (exchange.requestMethod == 'PUT') {
        kept[path] = body
        exchange.sendResponseHeaders(201, -1)
    } else if (found == null) {
        exchange.sendResponseHeaders(404, -1)
    } else if (exchange.requestMethod == 'HEAD') {
        exchange.sendResponseHeaders(200, -1)
    } else {
        exchange.sendResponseHeaders(200, found.length ?: -1)
        exchange.responseBody.write(found)
    }
    exchange.close()
}
server.start()

def build = { String cache, String... more ->
    project.maven(['clean', 'package', '-Dmaven.build.cache.location=' + project.file(cache), '-Dwhittle.store=' + project.file('store'), *more] as String[])
}
def remote = ['-Dmaven.build.cache.remote.enabled=true', '-Dmaven.build.cache.remote.url=http://127.0.0.1:' + server.address.port] as String[]
try {
    // The first build compiles and links, and puts what it made into both caches.
    def first = build('cache', *remote, '-Dmaven.build.cache.remote.save.enabled=true').passed()
    first.mustSay('(linked in ')
    first.mustNotSay('Found cached build')
    assert image.run('app') == 'first'
    assert kept.keySet().any { it.endsWith('.jar') }

    // Nothing changed: the jar is from the local cache, the image from the store.
    def again = build('cache').passed()
    again.mustSay('Found cached build')
    again.mustSay('(from the store in ')
    assert image.run('app') == 'first'

    // Another machine: nothing is local but the store.
    def elsewhere = build('cache-elsewhere', *remote).passed()
    elsewhere.mustSay('Found cached build')
    elsewhere.mustSay('(from the store in ')
    assert image.run('app') == 'first'

    // A change misses both, and what is linked is what was changed.
    source.text = source.text.replace('"first"', '"second"')
    def changed = build('cache', *remote).passed()
    changed.mustNotSay('Found cached build')
    changed.mustSay('(linked in ')
    assert image.run('app') == 'second'
} finally {
    server.stop(0)
}
