package io.whittle.assembler.sbom;

import org.cyclonedx.model.Property;

/** What CycloneDX has no word for, under names that begin with {@code whittle:}. */
final class Properties {
    private Properties() {}

    static Property of(String name, String value) {
        Property property = new Property();
        property.setName("whittle:" + name);
        property.setValue(value);
        return property;
    }
}
