import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)

// The list alone: the exit node lacks what answers its clients, and nobody would have said so.
def allowlist = project.log().text().split('(?m)^.*Scanning for projects')[1]
assert allowlist.contains('node: router on ')
assert allowlist.contains('2 of 7 features, requirements not followed')
assert allowlist =~ /advertiseexitnode +asked for by router/
assert allowlist =~ /peerapiserver +MISSING: not asked for/
assert allowlist =~ /advertiseexitnode requires peerapiserver +.*feature-tags\.yaml:8:16/
assert allowlist =~ /dns requires netstack +.*feature-tags\.yaml:13:16/
assert allowlist.contains('what those require in turn: c2n')

// The closure brings all of it.
def closure = project.log().text().split('(?m)^.*Scanning for projects')[2]
assert closure.contains('6 of 7 features')
assert closure =~ /peerapiserver +required by advertiseexitnode/
assert closure =~ /c2n +required by advertiseroutes/
assert !closure.contains('MISSING')

def features = { String file -> project.document('router', file).features.findAll { it.in }.collect { it.feature } as Set }
assert features('allowlist.json') == ['advertiseexitnode', 'dns'] as Set
assert features('resolution.json') ==
        ['advertiseexitnode', 'advertiseroutes', 'c2n', 'dns', 'netstack', 'peerapiserver'] as Set
