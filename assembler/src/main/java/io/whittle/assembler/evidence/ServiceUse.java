package io.whittle.assembler.evidence;

/**
 * Code of a module asks for the providers of a service.
 *
 * @param module the module whose code reaches the call
 * @param service the class of the service
 * @param optional whether the code goes on where no provider is there
 * @param place where it asks
 */
public record ServiceUse(String module, String service, boolean optional, CodePlace place) {}
