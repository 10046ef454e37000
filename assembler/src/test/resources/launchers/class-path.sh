#!/bin/sh
# Starts acme.web.Main of the image this file lies in. Made by Whittle.
# More options for the JVM, split at white space: WEB_JVM_OPTS. Options with spaces: JDK_JAVA_OPTIONS.

# The image is where this file really is, not where a symbolic link to it is.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname -- "$self")/$link ;;
  esac
done
image=$(CDPATH= cd -- "$(dirname -- "$self")/.." && pwd -P) || exit 1

# No file names are made of the options.
set -f
# The JVM takes the place of this shell, so that a signal reaches it.
exec "$image/bin/java" $WEB_JVM_OPTS \
  --add-modules java.sql \
  -cp "$image/lib/classpath.jar" \
  acme.web.Main serve "$@"
