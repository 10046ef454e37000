package io.whittle.graph.catalog;

/** A platform where the catalogue names it. */
public record PlatformMention(Platform platform, Place place) {}
