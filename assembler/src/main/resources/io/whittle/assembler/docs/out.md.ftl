<#assign those = features?filter(feature -> !feature.in)>
<#if those?has_content>
| feature | why it is out | what it does |
|---|---|---|
<#list those as feature>
| `${feature.name}` | ${feature.reason} | ${feature.summary} |
</#list>
<#else>
No feature is out.
</#if>
