/** Name, publisher, version, day of installation, folder, uninstall command. */
export type ProgramRow = readonly [string, string, string, string | null, string | null, string | null]

const microsoft = 'Microsoft Corporation'

/** What a Windows Server with an ERP and a database client usually has installed beside them. */
export const commonProgramRows: readonly ProgramRow[] = [
  ['7-Zip 25.01 (x64)', 'Igor Pavlov', '25.01', '2025-09-02', 'C:\\Program Files\\7-Zip\\', '"C:\\Program Files\\7-Zip\\Uninstall.exe"'],
  ['Microsoft .NET Runtime - 8.0.21 (x64)', microsoft, '8.0.21.34923', '2025-10-16', null, '"C:\\ProgramData\\Package Cache\\{5a2c7a1e-6d7b-4f43-9b5e-2f3c0b6f6c11}\\dotnet-runtime-8.0.21-win-x64.exe" /uninstall'],
  ['Microsoft ASP.NET Core 8.0.21 - Shared Framework (x64)', microsoft, '8.0.21.25475', '2025-10-16', null, '"C:\\ProgramData\\Package Cache\\{b1d3f9c2-0c0e-4a53-9ce1-5d2f3b8a7e20}\\aspnetcore-runtime-8.0.21-win-x64.exe" /uninstall'],
  ['Microsoft Edge', microsoft, '156.0.4310.41', '2026-11-12', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application', '"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\156.0.4310.41\\Installer\\setup.exe" --uninstall --msedge --channel=stable --system-level --verbose-logging'],
  ['Microsoft Edge Update', '', '1.3.225.7', null, null, null],
  ['Microsoft Edge WebView2 Runtime', microsoft, '156.0.4310.41', '2026-11-12', 'C:\\Program Files (x86)\\Microsoft\\EdgeWebView\\Application', '"C:\\Program Files (x86)\\Microsoft\\EdgeWebView\\Application\\156.0.4310.41\\Installer\\setup.exe" --uninstall --msedgewebview --system-level --verbose-logging'],
  ['Microsoft Visual C++ 2013 Redistributable (x64) - 12.0.40664', microsoft, '12.0.40664.0', null, null, '"C:\\ProgramData\\Package Cache\\{042d26ef-3dbe-4c25-95d3-4c1b11b235a7}\\vcredist_x64.exe" /uninstall'],
  ['Microsoft Visual C++ 2013 Redistributable (x86) - 12.0.40664', microsoft, '12.0.40664.0', null, null, '"C:\\ProgramData\\Package Cache\\{9dff3540-fc85-4ed5-ac84-9e3c7fd8bece}\\vcredist_x86.exe" /uninstall'],
  ['Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.44.35211', microsoft, '14.44.35211.0', null, null, '"C:\\ProgramData\\Package Cache\\{d8bbe9f9-7c5b-42c6-b715-9ee898a2e515}\\VC_redist.x64.exe" /uninstall'],
  ['Microsoft Visual C++ 2015-2022 Redistributable (x86) - 14.44.35211', microsoft, '14.44.35211.0', null, null, '"C:\\ProgramData\\Package Cache\\{0b5169e3-39da-4313-808e-1f9c0407f3bf}\\VC_redist.x86.exe" /uninstall'],
  ['Microsoft Visual C++ 2022 X64 Additional Runtime - 14.44.35211', microsoft, '14.44.35211', '2025-08-19', null, 'MsiExec.exe /I{86AB2CC9-08BD-4643-B0F9-F82D006D72FF}'],
  ['Microsoft Visual C++ 2022 X64 Minimum Runtime - 14.44.35211', microsoft, '14.44.35211', '2025-08-19', null, 'MsiExec.exe /I{43B0D101-A022-48F2-9D04-BA404CEB1D53}'],
  ['Microsoft Visual C++ 2022 X86 Additional Runtime - 14.44.35211', microsoft, '14.44.35211', '2025-08-19', null, 'MsiExec.exe /I{C18FB403-1E88-43C8-AD8A-CED50F23DE8B}'],
  ['Microsoft Visual C++ 2022 X86 Minimum Runtime - 14.44.35211', microsoft, '14.44.35211', '2025-08-19', null, 'MsiExec.exe /I{922480B5-CAEB-4B1B-AAA4-9716EFDCE26B}'],
  ['Notepad++ (64-bit x64)', 'Notepad++ Team', '8.8.3', '2025-09-02', null, 'C:\\Program Files\\Notepad++\\uninstall.exe'],
]

/** Tools and drivers that a default instance of SQL Server brings along; the database engine itself is added by release. */
export const sqlProgramRows: readonly ProgramRow[] = [
  ['Browser for SQL Server', microsoft, '16.0.1000.6', '2024-05-14', null, 'MsiExec.exe /I{4B9E6EB0-0EED-4E74-9479-F982C3254F71}'],
  ['Microsoft Help Viewer 2.3', microsoft, '2.3.28307', '2024-05-14', 'C:\\Program Files (x86)\\Microsoft Help Viewer\\v2.3\\', null],
  ['Microsoft ODBC Driver 17 for SQL Server', microsoft, '17.10.6.1', '2024-05-14', null, 'MsiExec.exe /I{853997DA-6FCB-4FB9-918E-E0FF881FAF65}'],
  ['Microsoft OLE DB Driver for SQL Server', microsoft, '18.7.2.0', '2024-05-14', null, 'MsiExec.exe /I{24A2B0A8-25A5-4B1A-9A38-1AB71C1E1C35}'],
  ['Microsoft VSS Writer for SQL Server', microsoft, '16.0.1000.6', '2024-05-14', null, 'MsiExec.exe /I{7B2DC6A8-12F0-4A79-8E5B-5C2F7D0E9A43}'],
  ['SQL Server Management Studio', microsoft, '20.2.1', '2024-07-11', null, '"C:\\ProgramData\\Package Cache\\{3d9f6a64-1f0e-4f0c-8f8e-9b1f0c4d7e52}\\SSMS-Setup-ENU.exe" /uninstall'],
]
