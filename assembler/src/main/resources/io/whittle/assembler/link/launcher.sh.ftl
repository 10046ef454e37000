#!/bin/sh
# Starts [=main] of the image this file lies in. Made by Whittle.
# More options for the JVM, split at white space: [=variable]. Options with spaces: JDK_JAVA_OPTIONS.

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
exec "$image/bin/java"[#list jvm as option] [=option][/#list] $[=variable] \
[#if roots?has_content]
  --add-modules [=roots] \
[/#if]
[#if classPath?has_content]
  -cp "$image/[=classPath]" \
[/#if]
  [#if isModule]-m [/#if][=main][#list args as argument] [=argument][/#list] "$@"
