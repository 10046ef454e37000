<#-- What is in, as constants: a compiler leaves out what stands behind one that is false. -->
package app;

/** ${profile} on ${platform.name}. Written by Whittle: change the catalogue, not this file. */
public final class Features {
<#list features as feature>
<#if feature.summary != "">
    /** ${feature.summary?replace("*/", "* /")}. */
</#if>
    public static final boolean ${feature.symbol?upper_case} = ${feature.in?c};

</#list>
    private Features() {}
}
