package io.whittle.assembler.evidence;

/**
 * A module provides a service.
 *
 * @param module the module
 * @param service the class of the service
 * @param provider the class that provides it
 */
public record Provision(String module, String service, String provider) {}
