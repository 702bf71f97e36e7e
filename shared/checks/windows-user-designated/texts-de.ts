import type { textsEn } from './texts-en.ts'

export const textsDe: typeof textsEn = {
  title: 'Der Windows-Benutzer des Sync-Tools gehört ihm allein und ist kein Administrator',
  why: 'Wer das Sync-Tool übernimmt, bekommt die Rechte seines Windows-Benutzers: teilt er ihn mit Menschen oder mit dem ERP, ist das der ganze Server, und eine Passwortänderung hält mehr an als die Synchronisierung.',
  judged: [
    'LocalSystem, LocalService und NetworkService teilen sich viele Dienste: ein Mangel; ebenso der Administrator, den Windows selbst angelegt hat.',
    'Ein Mitglied von „Administratoren“ ist ein Mangel, direkt oder über andere Gruppen, auch über Domänen-, Schema- oder Organisations-Admins, soweit das bekannt ist; virtuelle und verwaltete Konten sind keine Ausnahme.',
    'Ein Konto, das zugleich Fernzugriffs-Benutzer des Herstellers ist, ist ein Mangel; ebenso eines, das kein Kennwort braucht.',
    'Ein anderer Dienst unter dem Konto ist ein Mangel, auch der eines anderen Sync-Tools; ebenso eine aktivierte Aufgabe außerhalb von \\Microsoft\\, deren Befehl nicht in den Ordnern des Sync-Tools liegt. Eine deaktivierte Aufgabe, die ihr Kennwort speichert, verlangt Aufmerksamkeit.',
    'Eine Sitzung unter dem Konto oder eine Fernanmeldung der letzten 30 Tage seit seinem neuesten Passwort verlangt Aufmerksamkeit.',
    'Ein Domänenkonto verlangt Aufmerksamkeit, wenn nicht alle seine Gruppen bekannt sind. Ein Konto, das niemand nennt oder das es hier nicht gibt, verlangt Aufmerksamkeit; ebenso eines, das im Profil anders steht als bei den Diensten.',
    'Trifft nichts davon zu, ist ein virtuelles, verwaltetes oder lokales Konto in Ordnung.',
  ],
  open: [
    'Zu einem integrierten Konto werden andere Dienste, Aufgaben und Anmeldungen nicht aufgeführt: dass es geteilt wird, sagt alles.',
    'Ein bloßer Name unter den Fernzugriffs-Benutzern meint einen Benutzer dieses Servers, auch in einer Domäne.',
    'Ein Dienst gilt als einer von Sage 100, wenn der Produktname in seinem Namen oder Pfad steht; als anderer Dienst wird er trotzdem aufgeführt.',
    'Konnten die Dienste nicht gelesen werden, werden Aufgaben nicht beurteilt: die Ordner des Sync-Tools sind dann nicht bekannt.',
    'Eine Sitzung zählt zum Zeitpunkt des Snapshots: eine von vor dem neuesten Passwort-Eintrag ist erledigt.',
    'Sind nur Connectoren bekannt und nennt oder nutzt keiner ein Konto, ist die Prüfung nicht anwendbar.',
  ],
  steps: {
    'see-use': {
      text: 'Ansehen, was jetzt unter dem Konto läuft: NAME durch seinen Namen ohne Domäne ersetzen. Dienste stehen auch unter Server-Manager > Tools > Dienste (Spalte „Anmelden als“), Aufgaben unter Server-Manager > Tools > Aufgabenplanung.',
    },
    'make-user': {
      text: 'Ist das Konto geteilt, integriert oder aus anderen Gründen auch Administrator, einen Benutzer für das Sync-Tool allein anlegen: Server-Manager > Tools > Computerverwaltung > System > Lokale Benutzer und Gruppen > Benutzer > Rechtsklick > Neuer Benutzer. Das Passwort diese App erzeugen lassen (Passwortänderung > neuer eigener Benutzer); „Benutzer muss Kennwort bei der nächsten Anmeldung ändern“ nicht ankreuzen, keine Gruppe zuweisen.',
      undo: "Remove-LocalUser -Name 'NAME', solange nichts unter ihm läuft",
    },
    'grant-folders': {
      text: 'Dem neuen Benutzer geben, was das Sync-Tool braucht: „Ändern“ auf seinem eigenen Ordner (Eigenschaften > Sicherheit > Bearbeiten), Lesezugriff auf den Ordner des ERP, dazu seine Anmeldung im ERP und in SQL Server. Welche Ordner das sind, weiß der Hersteller.',
      undo: 'icacls "C:\\PATH\\TO\\SYNC TOOL" /remove "%COMPUTERNAME%\\NAME"',
    },
    'move-services': {
      text: 'In einem begleiteten Gespräch mit dem Hersteller die Dienste des Sync-Tools auf den neuen Benutzer umstellen: Server-Manager > Tools > Dienste > Rechtsklick auf den Dienst > Eigenschaften > Anmelden > Dieses Konto. „Anmelden als Dienst“ erteilt die Konsole dabei selbst. Diese App tut dasselbe, behält das alte Konto bis zum Schluss und prüft jeden Schritt (Passwortänderung > neuer eigener Benutzer).',
      restarts: 'die Dienste des Sync-Tools; die Synchronisierung pausiert, bis sie wieder laufen, und holt dann auf',
      undo: 'das alte Konto mit seinem Kennwort an derselben Stelle eintragen und die Dienste neu starten',
    },
    'leave-administrators': {
      text: 'Gehört das Konto dem Sync-Tool allein, es aus „Administratoren“ nehmen: Server-Manager > Tools > Computerverwaltung > System > Lokale Benutzer und Gruppen > Gruppen > Administratoren > Konto wählen > Entfernen. Läuft ein Dienst von Sage 100 unter ihm, nicht: der braucht das Recht, also dem Sync-Tool einen eigenen Benutzer geben. Domänengruppen ändert ein Domänenadministrator.',
      restarts:
        'von selbst nichts; die Dienste des Sync-Tools neu starten und eine Synchronisierung abwarten, denn erst dann gilt die Änderung',
      undo: 'Add-LocalGroupMember -SID \'S-1-5-32-544\' -Member "$env:COMPUTERNAME\\NAME"',
    },
    'require-password': {
      text: 'Darf das Konto ohne Kennwort sein, dieses Kennzeichen löschen (keine Konsole zeigt es) und danach das Kennwort ändern.',
      undo: 'nicht nötig: ein gesetztes Kennwort gilt weiter',
    },
    'move-others': {
      text: 'Jedem anderen Dienst und jeder anderen Aufgabe einen eigenen Benutzer geben: Dienste unter Server-Manager > Tools > Dienste > Eigenschaften > Anmelden, Aufgaben unter Server-Manager > Tools > Aufgabenplanung > Eigenschaften der Aufgabe > Allgemein > Benutzer oder Gruppe ändern. Deaktivierte Aufgaben, die niemand braucht, löschen.',
      restarts: 'jeder Dienst, dessen Konto sich ändert',
      undo: 'das frühere Konto an derselben Stelle eintragen',
    },
    'sign-out': {
      text: 'Niemand meldet sich als dieser Benutzer an: offene Sitzungen beenden (Task-Manager > Benutzer > Rechtsklick > Abmelden) und der Person einen eigenen Benutzer geben.',
      restarts: 'die Sitzung; nicht Gespeichertes geht verloren, und darin gestartete Programme enden',
    },
    tell: {
      text: 'Das Konto unter Einrichtung > Sync-Tools > Windows-Konto eintragen, geschrieben wie in der Spalte „Anmelden als“, und erneut prüfen.',
    },
  },
  messages: {
    'not-asked': 'hier ist kein ERP-Sync-Tool bekannt, und kein Connector nennt ein Windows-Konto',
    'account-unknown': {
      one: 'unter welchem Windows-Konto {{tools, list}} läuft, ist nicht bekannt',
      other: 'unter welchen Windows-Konten {{tools, list}} laufen, ist nicht bekannt',
    },
    'accounts-differ': 'für {{tool}} nennt das Profil {{named, list}}, aber die Dienste laufen als {{used, list}}',
    'no-such-account': {
      one: 'ein Konto {{accounts, list}} gibt es auf diesem Server nicht: stimmt der Name?',
      other: 'die Konten {{accounts, list}} gibt es auf diesem Server nicht: stimmen die Namen?',
    },
    'built-in': {
      one: '{{accounts, list}} ist eine Identität von Windows, die sich viele Dienste teilen',
      other: '{{accounts, list}} sind Identitäten von Windows, die sich viele Dienste teilen',
    },
    'windows-administrator': {
      one: '{{accounts, list}} ist der von Windows selbst angelegte Administrator',
      other: '{{accounts, list}} sind von Windows selbst angelegte Administratoren',
    },
    administrator: {
      one: '{{accounts, list}} ist Administrator',
      other: '{{accounts, list}} sind Administratoren',
    },
    'administrator-for-sage': {
      one: '{{account}} ist Administrator – ein Recht, das nur der Sage-Dienst unter demselben Konto braucht ({{services, list}})',
      other: '{{account}} ist Administrator – ein Recht, das nur die Sage-Dienste unter demselben Konto brauchen ({{services, list}})',
    },
    'remote-access-user': {
      one: '{{accounts, list}} ist zugleich Fernzugriffs-Benutzer des Herstellers',
      other: '{{accounts, list}} sind zugleich Fernzugriffs-Benutzer des Herstellers',
    },
    'no-password-required': {
      one: '{{accounts, list}} darf ohne Kennwort sein',
      other: '{{accounts, list}} dürfen ohne Kennwort sein',
    },
    'other-services': {
      one: 'als {{account}} läuft noch ein anderer Dienst: {{services, list}}',
      other: 'als {{account}} laufen noch andere Dienste: {{services, list}}',
    },
    tasks: {
      one: 'als {{account}} läuft eine fremde geplante Aufgabe: {{tasks, list}}',
      other: 'als {{account}} laufen fremde geplante Aufgaben: {{tasks, list}}',
    },
    'disabled-tasks': {
      one: 'eine deaktivierte Aufgabe speichert das Kennwort von {{account}}: {{tasks, list}}',
      other: 'deaktivierte Aufgaben speichern das Kennwort von {{account}}: {{tasks, list}}',
    },
    session: 'jemand ist an Windows als {{account}} angemeldet',
    'remote-sign-in': {
      one: 'am {{date}} hat sich jemand aus der Ferne als {{account}} angemeldet',
      other: '{{count}} Fernanmeldungen als {{account}}, die letzte am {{date}}',
    },
    'groups-not-visible': {
      one: '{{accounts, list}} ist ein Domänenkonto, dessen Domänengruppen von hier aus nicht zu sehen sind',
      other: '{{accounts, list}} sind Domänenkonten, deren Domänengruppen von hier aus nicht zu sehen sind',
    },
    designated: {
      one: '{{accounts, list}} ist kein Administrator, und außer dem Sync-Tool war nichts unter diesem Konto zu sehen',
      other: '{{accounts, list}} sind keine Administratoren, und außer dem Sync-Tool war nichts unter diesen Konten zu sehen',
    },
  },
  evidence: {
    'account-unknown': 'weder ein Dienst noch das Profil nennt das Windows-Konto',
    'accounts-differ': 'Profil: {{named, list}}; Dienste: {{used, list}}',
    'no-such-account': 'kein solcher Benutzer auf diesem Server',
    'built-in': 'integriertes Konto',
    'windows-administrator': 'von Windows als Administrator angelegt (SID endet auf -500)',
    administrator: 'Mitglied von {{groups, list}}, direkt oder über andere Gruppen',
    'remote-access-user': 'auch als Fernzugriffs-Benutzer genannt',
    'no-password-required': 'das Konto darf ohne Kennwort sein',
    'other-service': 'Dienst „{{title}}“ meldet sich als {{account}} an',
    task: 'aktivierte Aufgabe, läuft als {{account}}: {{command}}',
    'disabled-task': 'deaktivierte Aufgabe, die das Kennwort von {{account}} speichert: {{command}}',
    'session-console': 'eine Sitzung an der Konsole',
    'session-rdp': 'eine Remotedesktop-Sitzung',
    'remote-sign-in': 'Remotedesktop, {{at}}, von {{from}}',
    'remote-assistance': 'Remoteunterstützung, {{at}}, von {{from}}',
    'groups-not-visible': 'Domänenkonto; seine Domänengruppen wurden nicht vollständig gelesen',
    designated: 'Windows-Konto des Sync-Tools',
  },
}
