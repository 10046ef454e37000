#!/bin/sh
printf 'script %s: ' "$1"
exec "$WHITTLE_IMAGE/bin/echo" say hello
