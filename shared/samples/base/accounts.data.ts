/** Last part of the SID, English and German name, English and German comment. */
export const builtInUserRows: readonly (readonly [number, string, string, string, string])[] = [
  [
    500,
    'Administrator',
    'Administrator',
    'Built-in account for administering the computer/domain',
    'Vordefiniertes Konto für die Verwaltung des Computers bzw. der Domäne',
  ],
  [503, 'DefaultAccount', 'DefaultAccount', 'A user account managed by the system.', 'Ein vom System verwaltetes Benutzerkonto.'],
  [
    501,
    'Guest',
    'Gast',
    'Built-in account for guest access to the computer/domain',
    'Vordefiniertes Konto für Gastzugriff auf den Computer bzw. die Domäne',
  ],
  [
    504,
    'WDAGUtilityAccount',
    'WDAGUtilityAccount',
    'A user account managed and used by the system for Windows Defender Application Guard scenarios.',
    'Ein Benutzerkonto, das vom System für Windows Defender Application Guard-Szenarien verwaltet und verwendet wird.',
  ],
]

/** Last part of the SID S-1-5-32-…, English and German name; Windows Server 2019 and 2022. */
export const builtInGroupRows: readonly (readonly [number, string, string])[] = [
  [579, 'Access Control Assistance Operators', 'Zugriffssteuerungs-Unterstützungsoperatoren'],
  [544, 'Administrators', 'Administratoren'],
  [551, 'Backup Operators', 'Sicherungs-Operatoren'],
  [574, 'Certificate Service DCOM Access', 'Zertifikatdienst-DCOM-Zugriff'],
  [569, 'Cryptographic Operators', 'Kryptografie-Operatoren'],
  [583, 'Device Owners', 'Gerätebesitzer'],
  [562, 'Distributed COM Users', 'Distributed COM-Benutzer'],
  [573, 'Event Log Readers', 'Ereignisprotokollleser'],
  [546, 'Guests', 'Gäste'],
  [578, 'Hyper-V Administrators', 'Hyper-V-Administratoren'],
  [568, 'IIS_IUSRS', 'IIS_IUSRS'],
  [556, 'Network Configuration Operators', 'Netzwerkkonfigurations-Operatoren'],
  [559, 'Performance Log Users', 'Leistungsprotokollbenutzer'],
  [558, 'Performance Monitor Users', 'Leistungsüberwachungsbenutzer'],
  [547, 'Power Users', 'Hauptbenutzer'],
  [550, 'Print Operators', 'Druck-Operatoren'],
  [575, 'RDS Remote Access Servers', 'RDS-Remotezugriffsserver'],
  [576, 'RDS Endpoint Servers', 'RDS-Endpunktserver'],
  [577, 'RDS Management Servers', 'RDS-Verwaltungsserver'],
  [555, 'Remote Desktop Users', 'Remotedesktopbenutzer'],
  [580, 'Remote Management Users', 'Remoteverwaltungsbenutzer'],
  [552, 'Replicator', 'Replikations-Operator'],
  [582, 'Storage Replica Administrators', 'Speicherreplikatadministratoren'],
  [581, 'System Managed Accounts Group', 'System Managed Accounts Group'],
  [545, 'Users', 'Benutzer'],
]

/** Built-in groups that only a domain controller has, and those of the list above that it lacks. */
export const domainControllerGroupRows: readonly (readonly [number, string, string])[] = [
  [548, 'Account Operators', 'Konten-Operatoren'],
  [557, 'Incoming Forest Trust Builders', 'Erstellungen eingehender Gesamtstrukturvertrauensstellung'],
  [554, 'Pre-Windows 2000 Compatible Access', 'Prä-Windows 2000 kompatibler Zugriff'],
  [549, 'Server Operators', 'Server-Operatoren'],
  [561, 'Terminal Server License Servers', 'Terminalserver-Lizenzserver'],
  [560, 'Windows Authorization Access Group', 'Windows-Autorisierungszugriffsgruppe'],
]
export const notOnDomainControllers: readonly number[] = [547, 583, 581]
