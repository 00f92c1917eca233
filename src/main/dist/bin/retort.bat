@echo off
rem Runs Retort: finds its own jars, and a Java to run them.
setlocal
set "RETORT_LIB=%~dp0..\lib"
if defined JAVA_HOME goto home
set "RETORT_JAVA=java"
where java >nul 2>nul && goto run
echo error: there is no java on the PATH 1>&2
echo   fix: install a JDK 17 or newer, or set JAVA_HOME. 1>&2
exit /b 2

:home
set "RETORT_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%RETORT_JAVA%" goto run
echo error: JAVA_HOME is %JAVA_HOME%, which holds no bin\java.exe 1>&2
echo   fix: point JAVA_HOME to a JDK 17 or newer, or unset it. 1>&2
exit /b 2

:run
"%RETORT_JAVA%" -Xmn32m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Dfile.encoding=UTF-8 -Djdk.console=java.base "-Dretort.program=%~0" %RETORT_JAVA_OPTS% -cp "%RETORT_LIB%\*" dev.retort.cli.Main %*
exit /b %ERRORLEVEL%
