/**
 * Why the keychain of this account cannot be used, and what to do.
 *
 * Keys end in the kind of the problem, as the vault tells it.
 */
export const vaultTexts = {
  en: {
    'vault/problem/not-installed': 'The part of this program that reaches the keychain is missing.',
    'vault/next/not-installed': 'Install the program again; on Linux, install the package libsecret-1-0 as well.',
    'vault/problem/no-bus': 'There is no desktop session, and so no keychain.',
    'vault/next/no-bus': 'Sign in to the desktop of this machine and start the program there.',
    'vault/problem/absent': 'This account has no keychain yet.',
    'vault/next/absent': 'Start the desktop’s password manager (Passwords and Keys, or KWallet) once and let it create a keychain.',
    'vault/problem/locked': 'The keychain is locked.',
    'vault/next/locked': 'Unlock it in the desktop’s password manager, or sign out and in again with the password of this account.',
    'vault/problem/policy': 'A policy of this server forbids stored credentials.',
    'vault/next/policy':
      'Keep the new passwords in your own password manager. The policy is called “Network access: Do not allow storage of passwords and credentials for network authentication”.',
    'vault/problem/network-session': 'This sign-in came over the network (WinRM or SSH) and has no keychain.',
    'vault/next/network-session': 'Sign in to the server itself or by Remote Desktop, and start the program there.',
    'vault/problem/other-account':
      '{{session}} is signed in, but this program runs as {{process}}. The passwords would lie in the keychain of {{process}}.',
    'vault/next/other-account': 'Sign in as {{process}}, or start the program as {{session}}.',
    'vault/problem/not-kept': 'The keychain accepted an entry but did not keep it.',
    'vault/next/not-kept': 'Nothing was changed. Sign out and in again, then try once more.',
    'vault/problem/not-removed': 'The keychain said that it removed an entry, but the entry is still there.',
    'vault/next/not-removed': 'Remove it by hand: in Credential Manager its name begins with erp-sync-security-checkup.',
    'vault/problem/too-long': 'This is longer than the keychain can hold.',
    'vault/next/too-long': 'Use a shorter password; 128 characters always fit.',
    'vault/problem/lost': 'The keychain should hold this entry, but it is gone or was changed.',
    'vault/next/lost': 'Set a new password for this login. This also happens after an administrator reset the password of this account.',
    'vault/problem/no-such-generation': 'The keychain has no such password.',
    'vault/next/no-such-generation': 'Look at the list of stored passwords again: it may have been deleted.',
    'vault/problem/next-exists': 'A new password of this login is stored already and waits to be used.',
    'vault/next/next-exists': 'Go on with that one, or delete it first.',
    'vault/problem/failed': 'The keychain refused: {{detail}}',
    'vault/next/failed': 'Sign out and in again, then try once more.',
  },
  de: {
    'vault/problem/not-installed': 'Der Teil dieses Programms, der den Schlüsselbund erreicht, fehlt.',
    'vault/next/not-installed': 'Das Programm neu installieren; unter Linux auch das Paket libsecret-1-0.',
    'vault/problem/no-bus': 'Es gibt keine Desktop-Sitzung und deshalb keinen Schlüsselbund.',
    'vault/next/no-bus': 'Am Desktop dieses Rechners anmelden und das Programm dort starten.',
    'vault/problem/absent': 'Dieses Konto hat noch keinen Schlüsselbund.',
    'vault/next/absent':
      'Die Passwortverwaltung des Desktops (Passwörter und Schlüssel oder KWallet) einmal starten und einen Schlüsselbund anlegen lassen.',
    'vault/problem/locked': 'Der Schlüsselbund ist gesperrt.',
    'vault/next/locked': 'In der Passwortverwaltung des Desktops entsperren oder ab- und mit dem Kennwort dieses Kontos wieder anmelden.',
    'vault/problem/policy': 'Eine Richtlinie dieses Servers verbietet gespeicherte Anmeldeinformationen.',
    'vault/next/policy':
      'Die neuen Passwörter im eigenen Passwortmanager aufbewahren. Die Richtlinie heißt „Netzwerkzugriff: Speicherung von Kennwörtern und Anmeldeinformationen für die Netzwerkauthentifizierung nicht zulassen“.',
    'vault/problem/network-session': 'Diese Anmeldung kam über das Netz (WinRM oder SSH) und hat keinen Schlüsselbund.',
    'vault/next/network-session': 'Am Server selbst oder über Remotedesktop anmelden und das Programm dort starten.',
    'vault/problem/other-account':
      'Angemeldet ist {{session}}, dieses Programm läuft aber als {{process}}. Die Passwörter lägen im Schlüsselbund von {{process}}.',
    'vault/next/other-account': 'Als {{process}} anmelden oder das Programm als {{session}} starten.',
    'vault/problem/not-kept': 'Der Schlüsselbund hat einen Eintrag angenommen, aber nicht behalten.',
    'vault/next/not-kept': 'Geändert wurde nichts. Ab- und wieder anmelden und noch einmal versuchen.',
    'vault/problem/not-removed': 'Der Schlüsselbund will einen Eintrag gelöscht haben, der noch da ist.',
    'vault/next/not-removed': 'Von Hand löschen: In der Anmeldeinformationsverwaltung beginnt sein Name mit erp-sync-security-checkup.',
    'vault/problem/too-long': 'Das ist länger, als der Schlüsselbund aufnehmen kann.',
    'vault/next/too-long': 'Ein kürzeres Passwort verwenden; 128 Zeichen passen immer.',
    'vault/problem/lost': 'Der Schlüsselbund müsste diesen Eintrag haben; er fehlt oder wurde verändert.',
    'vault/next/lost':
      'Für diesen Login ein neues Passwort setzen. Dazu kommt es auch, wenn ein Administrator das Kennwort dieses Kontos zurückgesetzt hat.',
    'vault/problem/no-such-generation': 'Ein solches Passwort hat der Schlüsselbund nicht.',
    'vault/next/no-such-generation': 'Die Liste der gespeicherten Passwörter neu ansehen: Vielleicht wurde es gelöscht.',
    'vault/problem/next-exists': 'Für diesen Login liegt schon ein neues Passwort bereit.',
    'vault/next/next-exists': 'Mit diesem fortfahren oder es zuerst löschen.',
    'vault/problem/failed': 'Der Schlüsselbund hat abgelehnt: {{detail}}',
    'vault/next/failed': 'Ab- und wieder anmelden und noch einmal versuchen.',
  },
} as const
