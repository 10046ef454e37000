<#list cells as cell>
${cell.name}: ${cell.standsFor?join(" ")}
</#list>
