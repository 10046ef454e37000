package io.whittle.graph.catalog;

import java.util.Optional;

/**
 * A use that no bytecode shows, declared so that the audit stops asking.
 *
 * @param loads the class, resource or service
 * @param how in which way it is loaded, in the file's words
 */
public record DynamicUse(Mention loads, Optional<Mention> how) {}
