@echo off
rem Runs Retort: finds its own jars, and a Java to run them.
setlocal
set "RETORT_LIB=%~dp0..\lib"
set "RETORT_JAVA=java"
if defined JAVA_HOME set "RETORT_JAVA=%JAVA_HOME%\bin\java"
"%RETORT_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Dfile.encoding=UTF-8 %RETORT_JAVA_OPTS% -cp "%RETORT_LIB%\*" dev.retort.cli.Main %*
exit /b %ERRORLEVEL%
