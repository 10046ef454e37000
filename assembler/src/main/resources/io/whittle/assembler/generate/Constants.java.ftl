// Written by Whittle (whittle:generate) from ${catalog}: change that file, not this one.
package ${package};

/**
 * The features of this build, as constants: a compiler leaves out what stands behind one that is false. A feature that is
 * renamed or taken out of the catalogue has no constant any more, and what still asks for it does not compile.
 */
public final class ${class} {
<#list constants as constant>
    /** ${constant.text} */
    public static final boolean ${constant.name} = ${constant.in?c};

</#list>
    private ${class}() {}
}
