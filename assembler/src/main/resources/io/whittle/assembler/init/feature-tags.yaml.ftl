<#macro edges key list indent>
<#if list?has_content>
${indent}${key}:
<#list list as edge>
${indent}  - ${edge.target}  # ${edge.why}
</#list>
</#if>
</#macro>
<#macro body part indent>
<#if part.circle?has_content>
${indent}# One feature, since these modules need one another and none is ever in alone:
<#list part.circle as edge>
<#if edge?index lt 8>
${indent}#   ${edge.target}  ${edge.why}
</#if>
</#list>
<#if part.circle?size gt 8>
${indent}#   and ${(part.circle?size - 8)?c} more
</#if>
</#if>
${indent}modules: [${part.modules?join(", ")}]
<@edges "jdkModules" part.jdkModules indent/>
<@edges "requires" part.requires indent/>
<@edges "needs" part.needs indent/>
<@edges "ifPresent" part.ifPresent indent/>
</#macro>
# Features as the code has them: one for each module, with what it needs. Made by whittle:init; from here on it is yours. Rename, merge
# and describe features, and let whittle:audit hold the file against the code. Behind an edge stands one place that needs it.
schema: 1
<#if name?has_content>
name: ${name}
</#if>
<#if base.modules?has_content>

base:  # what every feature needs
<@body base "  "/>
</#if>

features:
<#list features as feature>
  ${feature.name}:
<@body feature "    "/>
</#list>
<#if capabilities?has_content>

capabilities:  # several features provide these; the first is taken where a profile does not choose
<#list capabilities as capability>
  ${capability.name}:  # ${capability.service}
    providers: [${capability.providers?join(", ")}]
</#list>
</#if>
<#if launchers?has_content>

image:
  launchers:
<#list launchers as launcher>
    ${launcher.name}: {module: ${launcher.module}, main: ${launcher.main}}
</#list>
</#if>

profiles:
  minimal:  # <#if launchers?has_content>what can be started, and what that needs<#else>a beginning: nothing here can be started</#if>
    include: [${minimal?join(", ")}]
  full:
    include: all
