import io.whittle.maven.it.BuiltProject

def project = BuiltProject.of(binding.variables)
def stamp = project.image('small').stamp()
def good = project.outputNames('small')

def log = project.maven('package', '-Dwhittle.catalog=faulty.yaml').failed()
// All at once, each with its place, the line, a caret under the word, and the nearest right one.
log.mustSayInOrder(
        'faulty.yaml:10:16: error: ', "'sond'", 'sound', '        requires: [sond]\n', '                   ^\n',
        'faulty.yaml:11:5: error: ', "'moduls'", 'modules', '        moduls: [color]\n', '        ^\n',
        'faulty.yaml:12:21: error: ', "'linx'", 'linux', '      lamp: {platforms: linx | macos}\n', '^\n',
        'faulty.yaml:20:15: error: ', "'colour'", 'color', '        include: [colour]\n', '^\n')

// An error of syntax ends the reading, and is alone.
def syntax = project.maven('package', '-Dwhittle.catalog=broken.yaml').failed()
syntax.mustSayInOrder('broken.yaml:7:9: error: ', 'line 5, column 12')
assert syntax.text().count('error: ') == 1

// What stood before still stands.
assert project.image('small').stamp() == stamp
assert project.outputNames('small') == good
assert project.image('small').run('app') == 'first'
project.maven('package').passed().mustSay('unchanged: small for ')
