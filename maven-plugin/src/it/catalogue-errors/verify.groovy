import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def stamp = project.image('small').stamp()
def good = project.outputNames('small')

def log = project.maven('package', '-Dwhittle.catalog=faulty.yaml').failed()
log.mustSayInOrder(
        "faulty.yaml:10:16: error: there is no feature 'sond'; did you mean 'sound'?",
        '        requires: [sond]\n',
        '                   ^',
        "faulty.yaml:11:5: error: 'moduls' is no key of a feature; did you mean 'modules'?",
        '        moduls: [color]\n',
        '        ^',
        "faulty.yaml:12:21: error: 'linx' is no platform word; write linux",
        "faulty.yaml:20:15: error: there is no feature 'colour'; did you mean 'color'?")

// An error of syntax is alone.
project.maven('package', '-Dwhittle.catalog=broken.yaml').failed().mustSay('broken.yaml:5:')

// What stood before still stands.
assert project.image('small').stamp() == stamp
assert project.outputNames('small') == good
assert project.image('small').run('app') == 'first'
project.maven('package').passed().mustSay('unchanged: small for ')
