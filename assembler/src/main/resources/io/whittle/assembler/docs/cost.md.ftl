The image takes ${cost.size} on disk<#if cost.transfer?has_content> and ${cost.transfer} to transfer</#if>.

| feature | | with | on disk | to transfer | modules of the JDK | jars |
|---|---|---|---|---|---|---|
<#list cost.features as feature>
<#if feature.refused?has_content>
| `${feature.name}` | ${feature.in?then("in", "out")} | ${feature.refused} | | | | |
<#else>
| `${feature.name}` | ${feature.in?then("gives back", "would add")} | <#list feature.with as other>`${other}`<#sep>, </#list> | ${feature.size} | ${feature.transfer} | <#list feature.jdkModules as module>`${module}`<#sep>, </#list> | <#list feature.jars as jar>${jar}<#sep>, </#list> |
</#if>
</#list>
