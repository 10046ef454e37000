import io.whittle.graph.catalog.Platform
import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def platform = Platform.host()

project.log().mustSayInOrder(
        'launcher nobody is left out: its class it.elsewhere.Nobody is on no class path',
        'all-at-once: not applicable', 'greets: passed', "small for $platform: 1 passed, 1 not applicable",
        'all-at-once: passed', 'greets: passed', "full for $platform: 2 passed", 'BUILD SUCCESS',
        'unchanged: small', 'unchanged: full', 'BUILD SUCCESS')

// What is named, and what that depends on: the profiles differ by what the features bring.
def full = project.document('full', 'plan.json')
def small = project.document('small', 'plan.json')
def jar = { plan, artifact -> plan.classpath.find { it.artifact == artifact } }
assert jar(small, 'it:class-path').owner == 'feature web'
assert jar(small, 'com.h2database:h2') == null && jar(full, 'com.h2database:h2').owner == 'feature database'
assert jar(full, 'com.zaxxer:HikariCP').requiredBy == 'org.springframework.boot:spring-boot-starter-jdbc'
assert full.classpath.size() > 70 && small.classpath.size() < full.classpath.size() * 2 / 3
// A jar that several depend on, of which Maven's own tree shows one, is there for whoever is in.
assert jar(small, 'org.slf4j:slf4j-api') != null
assert full.modules.find { it.name == 'java.sql.rowset' }.requiredBy == 'org.springframework:spring-jdbc'
assert small.modules.every { it.name != 'java.sql.rowset' }

// The order is that of Maven's path, in which the project itself comes first; the files are those of the plan.
assert full.classpath[0].artifact == 'it:class-path'
def image = project.output("full").toPath().resolve("image")
assert full.classpath.every { java.nio.file.Files.isRegularFile(image.resolve(it.file)) }
assert image.resolve('lib/classpath').toFile().list().length == full.classpath.size()

// What is named and is no dependency fails, with the place and the nearest one.
def catalog = project.file('feature-tags.yaml')
catalog.text = catalog.text.replace('com.h2database:h2"', 'com.h2database:h3"')
def wrong = project.maven('package')
assert wrong.exit() != 0
wrong.log().mustSayInOrder(
        'Artifact com.h2database:h3 of feature database (', 'feature-tags.yaml:12:', 'is not among the dependencies', 'Did you mean com.h2database:h2?')
