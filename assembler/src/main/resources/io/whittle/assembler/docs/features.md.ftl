| feature | in | why | what it does |
|---|---|---|---|
<#list features as feature>
| `${feature.name}` | ${feature.in?then("yes", "no")} | ${feature.reason} | ${feature.summary} |
</#list>
