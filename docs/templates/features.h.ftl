<#-- What is in, for the C preprocessor: #if FEATURE_NET ... #endif -->
/* ${profile} on ${platform.name}. Written by Whittle: change the catalogue, not this file. */
#ifndef FEATURES_H
#define FEATURES_H

<#list features as feature>
#define FEATURE_${feature.symbol?upper_case} ${feature.in?then(1, 0)}
</#list>

#endif
