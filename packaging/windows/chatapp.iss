; Inno Setup script for dist\chatapp as PyInstaller makes it on Windows:
;   py -m PyInstaller packaging\chatapp.spec --distpath dist --workpath build
;   iscc packaging\windows\chatapp.iss
; It could not be built where it was written (no Windows there).
#define Version GetEnv("CHATAPP_VERSION")
#if Version == ""
  #error Set CHATAPP_VERSION to the version in chatapp\__init__.py.
#endif

[Setup]
AppId={{6B8C1A52-6E0E-4C29-9C1B-5C9C5E2B5F71}
AppName=Chat
AppVersion={#Version}
AppPublisher=The chatapp team
DefaultDirName={autopf}\Chat
DefaultGroupName=Chat
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir=..\..\dist
OutputBaseFilename=chatapp-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
LicenseFile=..\..\LICENSE
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[Files]
Source: "..\..\dist\chatapp\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Chat"; Filename: "{app}\chatapp.exe"
Name: "{autodesktop}\Chat"; Filename: "{app}\chatapp.exe"; Tasks: desktopicon

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Run]
Filename: "{app}\chatapp.exe"; Description: "{cm:LaunchProgram,Chat}"; Flags: nowait postinstall skipifsilent
