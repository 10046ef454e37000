@echo off
rem Starts [=main] of the image this file lies in. Made by Whittle.
rem More options for the JVM: [=variable].
setlocal DisableDelayedExpansion
"%~dp0java.exe"[#list jvm as option] [=option][/#list] %[=variable]%[#if roots?has_content] --add-modules [=roots][/#if][#if classPath?has_content] -cp "%~dp0..\[=classPath]"[/#if][#if isModule] -m[/#if] [=main][#list args as argument] [=argument][/#list] %*
exit /b %ERRORLEVEL%
