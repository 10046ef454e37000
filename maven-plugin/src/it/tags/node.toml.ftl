default = [<#list features?filter(f -> f.in) as f>"${f.name}"<#sep>, </#list>]
