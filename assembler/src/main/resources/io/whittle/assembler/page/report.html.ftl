<#ftl output_format="HTML">
<#-- The frame of a report. What is long is made by the scripts from the data; what one must know stands here for readers without them. -->
<#macro more left><#if left gt 0><p>And ${left} more.</p></#if></#macro>
<#macro state line><#switch line.state><#case "green">✓ green<#break><#case "red">✕ red<#break><#default>– not run</#switch></#macro>
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${plain.name} · ${plain.verdict} · Whittle report</title>
<link rel="icon" href="data:,">
<style>${style?no_esc}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<div>
<p class="made">Whittle report<#if plain.kind == "matrix"> of a matrix</#if></p>
<h1>${plain.name}</h1>
<p class="made">Made by Whittle ${plain.made.whittle}<#if plain.made.jdk?has_content> on JDK ${plain.made.jdk?join(", ")}</#if></p>
</div>
<label class="theme" hidden>Theme <select id="theme"><option value="auto">as the system</option><option value="light">light</option><option value="dark">dark</option></select></label>
</header>
<nav id="sections" aria-label="Sections"></nav>
<div id="announcements" class="unseen" role="status" aria-live="polite"></div>
<main id="main" tabindex="-1">
<noscript>
<div>
<p>Graph, cost and logs need JavaScript. What one must know stands here, and all of it in report.json beside this file.</p>
<p><strong><#if plain.verdict == "green">✓ Green<#else>✕ Red: do not ship</#if></strong></p>
<table>
<caption>Images and the three lines of defence</caption>
<thead><tr><th scope="col">Image</th><th scope="col">Platform</th><th scope="col">Resolve</th><th scope="col">Audit</th><th scope="col">Check</th></tr></thead>
<tbody>
<#list plain.images as image>
<tr><th scope="row">${image.name}</th><td>${image.platform}</td><#list ["resolve", "audit", "check"] as line><td><@state image.lines[line]/>: ${image.lines[line].says}</td></#list></tr>
</#list>
<#list plain.missing as missing>
<tr><th scope="row">${missing.name}</th><td>${missing.platform}</td><td colspan="3">✕ missing; build it by <code>${missing.command}</code></td></tr>
</#list>
</tbody>
</table>
<#if plain.faults?has_content>
<ul><#list plain.faults as fault><li>✕ ${fault.text}</li></#list></ul>
</#if>
<#if plain.findings.shown?has_content>
<h2>Findings</h2>
<ul>
<#list plain.findings.shown as finding>
<li><strong>${finding.severity}</strong> <code>${finding.code}</code> ${finding.text}<#if finding.accepted!false> (accepted)</#if>; ${finding.mend!}</li>
</#list>
</ul>
<@more plain.findings.left/>
</#if>
<#list plain.details.shown as image>
<h2>${image.name} · ${image.platform}</h2>
<#if image.checks.shown?has_content>
<table>
<caption>Checks</caption>
<tbody><#list image.checks.shown as check><tr><th scope="row">${check.name}</th><td>${check.outcome}</td><td>${check.says!}</td></tr></#list></tbody>
</table>
<@more image.checks.left/>
</#if>
<table>
<caption>Features</caption>
<tbody><#list image.features.shown as feature><tr><th scope="row">${feature.name}</th><td>${feature.in?then("in", "out")}</td><td>${feature.reason}</td></tr></#list></tbody>
</table>
<@more image.features.left/>
</#list>
<@more plain.details.left/>
</div>
</noscript>
</main>
<footer>
<details>
<summary>Packed inside: <#list libraries as library>${library.name} ${library.version}<#sep>, </#list></summary>
<#list libraries as library>
<h3>${library.name} ${library.version}</h3>
<pre tabindex="0">${library.licence}</pre>
</#list>
</details>
</footer>
<script type="application/json" id="report">${data?no_esc}</script>
<script>${libraryScript?no_esc}</script>
<script>${script?no_esc}</script>
</body>
</html>
