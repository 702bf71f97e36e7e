import type { textsEn } from './texts-en.ts'

export const textsDe: typeof textsEn = {
  title: 'Die Windows-Benutzer des Sync-Tools können sich nicht aus der Ferne anmelden',
  why: 'Das Passwort des Sync-Tool-Benutzers liegt in Diensten und Einstellungen des ERP-Servers: wer daran kommt, darf dort nicht von außen einen Desktop öffnen können.',
  judged: [
    'Jedes Windows-Konto des Sync-Tools wird beurteilt: die, unter denen seine Dienste laufen, und die im Profil genannten.',
    'Bei integrierten, virtuellen und verwalteten Konten ist die Prüfung bestanden: sie haben kein Passwort, mit dem sich ein Mensch anmelden könnte.',
    'Ist einem Konto die Anmeldung über Remotedesktop verweigert, ihm selbst oder über eine Gruppe, ist die Prüfung bestanden.',
    'Ein Konto, dem sie erlaubt und nicht verweigert ist, ist ein Mangel, wenn es auch in „Administratoren“ oder „Remotedesktopbenutzer“ ist, direkt oder verschachtelt; sonst verlangt es Aufmerksamkeit.',
    'Bei einem lokalen Konto ohne dieses Recht ist die Prüfung bestanden; ein Domänenkonto verlangt Aufmerksamkeit, außer wenn alle seine Gruppen gelesen werden konnten.',
    'Ein Konto, das es nicht gibt, Unterschiede zwischen Profil und Diensten und ein Sync-Tool ohne bekanntes Konto verlangen Aufmerksamkeit.',
  ],
  open: [
    'Dass Remotedesktop heute ausgeschaltet ist, wird gezeigt, genügt aber nicht: ein Klick schaltet es wieder ein.',
    'Ein Benutzerrecht, das der Snapshot nicht aufführt, gilt als von niemandem gehalten.',
    'Ein Konto, das zwei Sync-Tools benutzen, wird einmal beurteilt und einmal aufgeführt.',
    'Nennt das Profil nur Connectoren und für sie kein Konto, wird nichts gefragt, und die Prüfung ist nicht anwendbar.',
  ],
  steps: {
    look: {
      text: 'Nachsehen, wer hereinkommt: Server-Manager > Tools > Computerverwaltung > System > Lokale Benutzer und Gruppen > Gruppen > „Administratoren“ und „Remotedesktopbenutzer“. Der Befehl listet beide auf, wie sie in der Sprache dieses Windows auch heißen.',
    },
    deny: {
      text: 'Dem Konto die Anmeldung verweigern: Server-Manager > Tools > Lokale Sicherheitsrichtlinie > Lokale Richtlinien > Zuweisen von Benutzerrechten > „Anmelden über Remotedesktopdienste verweigern“ > Benutzer oder Gruppe hinzufügen. Der Befehl tut dasselbe: er behält alle bei, denen sie schon verweigert ist, fügt das Konto an der Stelle von NAME hinzu und rührt kein anderes Recht an. „Zugriff vom Netzwerk auf diesen Computer verweigern“ unberührt lassen: es kann das Sync-Tool von ERP-Daten auf einer Netzwerkfreigabe abschneiden.',
      restarts:
        'nichts: die Synchronisierung läuft weiter, weil sich ein Dienst über ein anderes Recht anmeldet; es gilt ab der nächsten Anmeldung, eine noch offene Sitzung also abmelden',
      undo: 'das Konto aus derselben Liste entfernen; wie die Rechte vorher standen, steht in %TEMP%\\user-rights-before.inf',
    },
    'deny-by-domain': {
      text: 'Ist die Einstellung ausgegraut oder brauchen sie mehrere Server, in der Domäne festlegen: Server-Manager > Tools > Gruppenrichtlinienverwaltung > die Richtlinie dieser Server > Bearbeiten > Computerkonfiguration > Richtlinien > Windows-Einstellungen > Sicherheitseinstellungen > Lokale Richtlinien > Zuweisen von Benutzerrechten > „Anmelden über Remotedesktopdienste verweigern“. Eine Domänenrichtlinie ersetzt die ganze Liste des Servers: auch die eintragen, denen die Anmeldung heute schon verweigert ist.',
      restarts: 'nichts; der Befehl holt die Richtlinie sofort statt innerhalb von zwei Stunden',
      undo: 'das Konto aus der Richtlinie entfernen und den Befehl noch einmal ausführen',
    },
    'leave-group': {
      text: 'Das Konto an derselben Stelle wie in Schritt 1 aus „Remotedesktopbenutzer“ entfernen: ein Sync-Tool meldet sich dort nie an. Ist es in „Administratoren“, sagt der Punkt zu den eigenen Benutzern, was zu tun ist.',
      undo: "Add-LocalGroupMember -SID S-1-5-32-555 -Member 'NAME'",
    },
    'own-user': {
      text: 'Gehört das Konto einem Menschen oder teilt sich einer das Konto mit dem Sync-Tool, würde das Verweigern ihn aussperren: dem Sync-Tool zuerst einen eigenen Benutzer geben (in dieser App: Passwortänderung > neuer eigener Benutzer).',
      restarts: 'die Dienste des Sync-Tools, solange die Umstellung dauert',
    },
  },
  messages: {
    open: {
      one: 'das Windows-Konto {{accounts, list}} des Sync-Tools kann sich über Remotedesktop anmelden: es hat das Recht und die Gruppenmitgliedschaft dafür, und es ist ihm nicht verweigert',
      other:
        'die Windows-Konten {{accounts, list}} des Sync-Tools können sich über Remotedesktop anmelden: sie haben das Recht und die Gruppenmitgliedschaft dafür, und es ist ihnen nicht verweigert',
    },
    'right-held': {
      one: 'dem Konto {{accounts, list}} ist die Anmeldung über Remotedesktop erlaubt und nicht verweigert, auch wenn auf diesem Server keine Gruppenmitgliedschaft den Weg öffnet',
      other:
        'den Konten {{accounts, list}} ist die Anmeldung über Remotedesktop erlaubt und nicht verweigert, auch wenn auf diesem Server keine Gruppenmitgliedschaft den Weg öffnet',
    },
    denied: {
      one: 'die Anmeldung über Remotedesktop ist für {{accounts, list}} verweigert',
      other: 'die Anmeldung über Remotedesktop ist für {{accounts, list}} verweigert',
    },
    'no-way-in': {
      one: 'dem Konto {{accounts, list}} ist die Anmeldung über Remotedesktop nicht verweigert, aber auch nicht erlaubt',
      other: 'den Konten {{accounts, list}} ist die Anmeldung über Remotedesktop nicht verweigert, aber auch nicht erlaubt',
    },
    'no-sign-in': {
      one: 'als {{accounts, list}} kann sich niemand anmelden: das Passwort verwahrt Windows selbst',
      other: 'als {{accounts, list}} kann sich niemand anmelden: die Passwörter verwahrt Windows selbst',
    },
    'groups-not-visible': {
      one: 'dem Domänenkonto {{accounts, list}} ist die Anmeldung nicht verweigert, und seine Gruppen in der Domäne sind hier nicht zu sehen',
      other:
        'den Domänenkonten {{accounts, list}} ist die Anmeldung nicht verweigert, und ihre Gruppen in der Domäne sind hier nicht zu sehen',
    },
    'no-such-account': {
      one: 'auf diesem Server gibt es kein Konto {{accounts, list}}: stimmt der Name?',
      other: 'auf diesem Server gibt es keine Konten {{accounts, list}}: stimmen die Namen?',
    },
    'accounts-differ': 'für {{tool}} nennt das Profil {{named, list}}, die Dienste laufen aber als {{used, list}}',
    'account-unknown': {
      one: 'das Windows-Konto von {{tools, list}} ist nicht bekannt',
      other: 'die Windows-Konten von {{tools, list}} sind nicht bekannt',
    },
    'not-asked': 'das Profil führt nur Connectoren auf und nennt für sie kein Windows-Konto',
  },
  evidence: {
    open: 'nicht verweigert; Anmeldung über Remotedesktop erlaubt durch {{holders, list}}',
    'right-held': 'nicht verweigert; erlaubt durch {{holders, list}}',
    denied: 'verweigert durch {{holders, list}}',
    'no-way-in': 'weder verweigert noch erlaubt',
    'no-sign-in': 'integriertes, virtuelles oder verwaltetes Konto',
    'groups-not-visible': 'nicht verweigert; nur die Gruppen auf diesem Server sind bekannt',
    'no-such-account': 'nicht unter den Benutzern dieses Servers',
    administrator: 'Mitglied von „Administratoren“, direkt oder verschachtelt',
    'remote-desktop-user': 'Mitglied von „Remotedesktopbenutzer“, direkt oder verschachtelt',
    'accounts-differ': 'Profil: {{named, list}}; Dienste: {{used, list}}',
    'account-unknown': 'kein Dienst gefunden und im Profil kein Windows-Konto',
    'remote-desktop-on': 'Remotedesktop ist eingeschaltet (Port {{port}})',
    'set-by-policy':
      'diese Liste legt eine Gruppenrichtlinie fest ({{policies, list}}): dort ändern, sonst kommt die alte von selbst zurück',
    'remote-desktop-off': 'Remotedesktop ist heute ausgeschaltet',
  },
}
