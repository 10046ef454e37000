<#-- The [features] of a Cargo.toml: every feature with what it requires, and as default what is in. -->
# ${profile} on ${platform.name}. Written by Whittle: change the catalogue, not this file.
[features]
default = [<#list features?filter(feature -> feature.in) as feature>"${feature.name}"<#sep>, </#list>]
<#list features as feature>
${feature.name} = [<#list feature.requires as required>"${required}"<#sep>, </#list>]
</#list>
