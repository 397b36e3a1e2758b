@echo off
rem Starts Zonewright: commands of the terminal in a virtual machine made for short runs, all else in the window.
rem The words between @ are filled in when the program is packaged.
setlocal
set "root=%~dp0.."
set "lib=%root%\app"
for %%c in (@COMMANDS@ help --help -h --version -V) do if "%~1"=="%%c" goto terminal
start "" "%root%\@WINDOW@" %*
exit /b 0
:terminal
"%root%\runtime\bin\java.exe" -XX:AOTCache="%lib%\terminal.aot" @FLAGS@ %ZONEWRIGHT_JAVA_OPTIONS% -cp "@CLASSPATH@" @MAIN@ %*
exit /b %errorlevel%
