#Requires -Version 5.1
<#
.SYNOPSIS
Builds the Windows package, an .msi, in target\installers.
.DESCRIPTION
Needs Maven, a JDK 25, ImageMagick (magick) and WiX 3.14 or WiX 4 and newer (wix), which jpackage calls.
.PARAMETER NoBuild
Takes target\zonewright.jar as it is.
#>
[CmdletBinding()]
param([switch] $NoBuild)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$here = $PSScriptRoot
$top = Split-Path -Parent $here

function Stop-Build {
  param([string] $Message)
  throw "build-windows.ps1: $Message"
}

function Write-Step {
  param([string] $Message)
  Write-Output "--- $Message"
}

function Invoke-Program {
  param([string] $Program, [string[]] $Arguments, [int[]] $Accepted = @(0))
  & $Program @Arguments
  if ($Accepted -notcontains $LASTEXITCODE) {
    Stop-Build "$Program ended with $LASTEXITCODE."
  }
}

function Assert-Command {
  param([string] $Name, [string] $Remedy)
  if (-not (Get-Command $Name -ErrorAction SilentlyContinue)) {
    Stop-Build "'$Name' is not installed. $Remedy"
  }
}

function Read-Settings {
  $settings = @{}
  foreach ($line in Get-Content (Join-Path $here 'settings.env')) {
    if ($line -match '^([A-Z_]+)=(.*)$') {
      $settings[$Matches[1]] = $Matches[2]
    }
  }
  return $settings
}

function Find-Jdk {
  param([string] $Version)
  $candidates = @($env:JAVA_HOME)
  foreach ($root in @($env:ProgramFiles, "$env:USERPROFILE\.jdks")) {
    if ($root -and (Test-Path $root)) {
      $candidates += Get-ChildItem -Path $root -Directory -Recurse -Depth 1 | ForEach-Object { $_.FullName }
    }
  }
  foreach ($candidate in $candidates) {
    if ($candidate -and (Test-Path (Join-Path $candidate 'bin\jpackage.exe'))) {
      $release = Get-Content (Join-Path $candidate 'release') | Where-Object { $_ -like "JAVA_VERSION=""$Version*" }
      if ($release) {
        return $candidate
      }
    }
  }
  Stop-Build "no JDK $Version with jpackage found. Install one (any vendor) or set JAVA_HOME to it."
}

# The commit that is packed, as About shows it; empty outside a repository.
function Find-Revision {
  if (-not (Get-Command 'git' -ErrorAction SilentlyContinue)) {
    return ''
  }
  # git says on its error stream that there is no repository, which is no fault here
  $ErrorActionPreference = 'SilentlyContinue'
  $revision = & git -C $top describe --always --dirty '--abbrev=12' --exclude '*' 2>$null
  if ($LASTEXITCODE -ne 0) {
    return ''
  }
  return "$revision"
}

# ---- what has to be there
if ($env:OS -ne 'Windows_NT') {
  Stop-Build 'this builds the Windows package; use build-linux.sh or build-macos.sh there.'
}
$settings = Read-Settings
Assert-Command 'mvn' 'Install Maven 3.8 or newer.'
Assert-Command 'magick' 'Install ImageMagick 7.'
if (-not (Get-Command 'wix' -ErrorAction SilentlyContinue) -and -not (Get-Command 'candle' -ErrorAction SilentlyContinue)) {
  Stop-Build 'neither WiX 4 or newer (wix) nor WiX 3 (candle) is installed. Install one of them.'
}
$jdk = Find-Jdk $settings.JAVA
$pom = [xml](Get-Content (Join-Path $top 'pom.xml'))
$version = $pom.project.version
$msiVersion = ($version -split '-')[0]
$name = $settings.NAME
$out = Join-Path $top 'target\installers'
$work = Join-Path $out 'parts'
$platform = 'win'

# ---- the jar
if (-not $NoBuild) {
  Write-Step 'Building the jar'
  $env:JAVA_HOME = $jdk
  Push-Location $top
  try {
    Invoke-Program 'mvn' @('-B', '-q', '-ntp', '-DskipTests', "-Dbuild.revision=$(Find-Revision)", 'clean', 'package')
  } finally {
    Pop-Location
  }
}
if (-not (Test-Path (Join-Path $top 'target\zonewright.jar'))) {
  Stop-Build 'target\zonewright.jar is not there. Leave -NoBuild out.'
}
if (Test-Path $out) {
  Remove-Item -Recurse -Force $out
}
New-Item -ItemType Directory -Force -Path $work, "$work\jmods", "$work\input", "$work\icons", "$work\resources" | Out-Null

# ---- the runtime: JavaFX's jars hold native libraries, which a linked runtime has to have as files
Write-Step 'Linking the runtime'
$libraries = Join-Path $top 'target\lib'
$fxJars = @(Get-ChildItem -Path $libraries -Filter "javafx-*-$platform.jar")
if ($fxJars.Count -eq 0) {
  Stop-Build "no JavaFX for $platform in $libraries. Build with -Djavafx.platform=$platform."
}
foreach ($jar in $fxJars) {
  $module = $jar.Name -replace '^javafx-([a-z]+)-.*$', 'javafx.$1'
  $tree = Join-Path $work "fx\$module"
  New-Item -ItemType Directory -Force -Path "$tree\classes", "$tree\lib" | Out-Null
  Push-Location "$tree\classes"
  try {
    Invoke-Program "$jdk\bin\jar.exe" @('xf', $jar.FullName)
  } finally {
    Pop-Location
  }
  if (Test-Path "$tree\classes\META-INF") {
    Remove-Item -Recurse -Force "$tree\classes\META-INF"
  }
  Get-ChildItem -Path "$tree\classes" -Filter '*.dll' | Move-Item -Destination "$tree\lib"
  Invoke-Program "$jdk\bin\jmod.exe" @('create', '--class-path', "$tree\classes", '--libs', "$tree\lib",
    '--target-platform', 'windows-amd64', "$work\jmods\$module.jmod")
}
Invoke-Program "$jdk\bin\jlink.exe" @('--add-modules', "$($settings.MODULES),$($settings.FX_MODULES)",
  '--module-path', "$work\jmods", '--strip-debug', '--no-header-files', '--no-man-pages', '--compress', 'zip-9',
  '--exclude-resources', $settings.LEFT_OUT, '--exclude-files', $settings.FILES_LEFT_OUT, '--output', "$work\runtime")
Invoke-Program "$jdk\bin\java.exe" @((Join-Path $here 'GatherJars.java'), (Join-Path $here 'settings.env'),
  (Join-Path $top 'target\zonewright.jar'), $libraries, "$work\input")
Copy-Item -Recurse (Join-Path $top 'assets\samples') "$work\input\samples"
Invoke-Program 'magick' @('-background', 'none', '-density', '600', (Join-Path $top 'assets\icon\zonewright.svg'),
  '-define', 'icon:auto-resize=256,128,64,48,32,24,16', "$work\icons\zonewright.ico")

# ---- the image
Write-Step 'Making the image'
$options = @()
foreach ($flag in ($settings.WINDOW_FLAGS -split ' ')) {
  $options += @('--java-options', $flag)
}
Invoke-Program "$jdk\bin\jpackage.exe" (@('--type', 'app-image', '--name', $name, '--app-version', $msiVersion,
    '--vendor', $settings.VENDOR, '--input', "$work\input", '--main-jar', 'zonewright.jar', '--main-class',
    $settings.MAIN_CLASS, '--runtime-image', "$work\runtime", '--icon', "$work\icons\zonewright.ico",
    '--dest', $work) + $options)
$image = Join-Path $work $name
$app = Join-Path $image 'app'
$java = Join-Path $image 'runtime\bin\java.exe'

# ---- the terminal's class path, by the names in settings.env
$jarNames = @('zonewright.jar')
foreach ($jarName in ("$($settings.TERMINAL_JARS) $($settings.PDF_JARS)" -split ' ')) {
  $found = @(Get-ChildItem -Path $app -Filter "$jarName-*.jar" | Where-Object { $_.Name -match "^$jarName-[0-9]" })
  if ($found.Count -ne 1) {
    Stop-Build "$jarName is missing in $app."
  }
  $jarNames += $found[0].Name
}
$terminalPath = ($jarNames | ForEach-Object { Join-Path $app $_ }) -join ';'
$terminalFlags = @($settings.TERMINAL_FLAGS -split ' ') + @($settings.TERMINAL_TRAINING_FLAGS -split ' ')

Write-Step 'Training'
Invoke-Program $java ($terminalFlags + @("-XX:AOTCacheOutput=$app\terminal.aot", '-cp', $terminalPath,
    $settings.TRAINING_CLASS, "$app\samples"))
$cfg = Join-Path $app "$name.cfg"
$windowJars = @(Get-Content $cfg | Where-Object { $_ -like 'app.classpath=$APPDIR\*' } |
  ForEach-Object { Join-Path $app ($_ -replace '^app\.classpath=\$APPDIR\\', '') })
Invoke-Program $java (@($settings.WINDOW_FLAGS -split ' ') + @("-XX:AOTCacheOutput=$app\window.aot", '-cp',
    ($windowJars -join ';'), $settings.MAIN_CLASS, '--smoke'))
(Get-Content $cfg) -replace '^\[JavaOptions\]$', "[JavaOptions]`r`njava-options=-XX:AOTCache=`$APPDIR\window.aot" |
  Set-Content -Encoding ASCII $cfg

# ---- the command of the terminal
$script = & $java -cp $terminalPath $settings.MAIN_CLASS completion bash
$commands = @($script | Where-Object { $_ -match 'help\) words="(.*)" ;;' } | ForEach-Object { $Matches[1] })
if ($commands.Count -ne 1) {
  Stop-Build 'the program lists no commands.'
}
New-Item -ItemType Directory -Force -Path "$image\bin" | Out-Null
$batchPath = ($jarNames | ForEach-Object { "%lib%\$_" }) -join ';'
(Get-Content (Join-Path $here 'windows\zonewright.cmd')) -replace '@COMMANDS@', $commands[0] -replace
  '@FLAGS@', $settings.TERMINAL_FLAGS -replace '@MAIN@', $settings.MAIN_CLASS -replace '@CLASSPATH@', $batchPath -replace
  '@WINDOW@', "$name.exe" | Set-Content -Encoding ASCII "$image\bin\zonewright.cmd"
& $java -cp $terminalPath $settings.MAIN_CLASS completion powershell |
  Set-Content -Encoding UTF8 "$image\bin\zonewright-completion.ps1"

Write-Step 'Smoke test'
Invoke-Program "$image\bin\zonewright.cmd" @('--version')
Invoke-Program "$image\bin\zonewright.cmd" @('review', "$app\samples") @(1)
Invoke-Program "$image\bin\zonewright.cmd" @('report', "$app\samples", '-o', "$work\smoke.pdf")
Invoke-Program "$image\bin\zonewright.cmd" @('fix', '--include-review', "$app\samples") @(1)
Invoke-Program $java @('-cp', ($windowJars -join ';'), $settings.MAIN_CLASS, '--smoke')

# ---- the installer; main.wxs is jpackage's own, overrides.wxi and the file types are ours
Write-Step 'Making the .msi'
Copy-Item (Join-Path $here 'windows\*.wxi') "$work\resources"
$associations = @()
foreach ($file in Get-ChildItem -Path (Join-Path $here 'windows') -Filter '*.properties') {
  $associations += @('--file-associations', $file.FullName)
}
Copy-Item (Join-Path $top 'LICENSE') "$work\license.txt"
Invoke-Program "$jdk\bin\jpackage.exe" (@('--type', 'msi', '--name', $name, '--app-version', $msiVersion, '--app-image',
    $image, '--license-file', "$work\license.txt", '--resource-dir', "$work\resources", '--win-menu', '--win-shortcut-prompt',
    '--win-dir-chooser', '--win-per-user-install', '--win-upgrade-uuid', 'b7d8a3d2-6f0e-4a43-9c52-1f6f0f3f7a11',
    '--dest', $work) + $associations)
$msi = Join-Path $out "zonewright-$version-windows-x64.msi"
Move-Item (Get-ChildItem -Path $work -Filter '*.msi')[0].FullName $msi
$sbom = Join-Path $out "zonewright-$version.cdx.json"
Copy-Item (Join-Path $top 'target\classes\META-INF\sbom\zonewright.cdx.json') $sbom
foreach ($file in @($msi, $sbom)) {
  $hash = (Get-FileHash -Algorithm SHA256 $file).Hash.ToLowerInvariant()
  Write-Output ('{0}  {1} bytes  sha256 {2}' -f $file, (Get-Item $file).Length, $hash)
  Set-Content -Encoding ASCII "$file.sha256" "$hash  $(Split-Path -Leaf $file)"
}
