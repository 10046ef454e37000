<#if checks?has_content>
| check | proves | asked | what it shows |
|---|---|---|---|
<#list checks as check>
| `${check.name}` | <#list check.proves as feature>`${feature}`<#sep>, </#list> | ${check.asked?then("yes", "no: " + check.why)} | ${check.summary} |
</#list>
<#else>
There are no checks.
</#if>
<#if withoutCheck?has_content>

In without a check: <#list withoutCheck as feature>`${feature}`<#sep>, </#list>.
</#if>
