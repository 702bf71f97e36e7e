import { define } from '../check.ts'

export const definition = define({
  id: 'connector-key-guarded',
  checklist: 'connector-transit',
  severity: 'high',
  reads: ['connector', 'services?', 'local-groups?'],
  who: 'administrator-and-vendor',
  effort: 'minutes',
  steps: [
    { id: 'look', command: { shell: 'cmd', text: String.raw`icacls "C:\FOLDER\KEY"` } },
    {
      id: 'service',
      command: {
        shell: 'powershell',
        text: String.raw`Get-CimInstance Win32_Service | Where-Object PathName -like '*C:\FOLDER\*' | Format-List Name, StartName, PathName`,
      },
    },
    { id: 'save', command: { shell: 'cmd', text: String.raw`icacls "C:\FOLDER\KEY" /save "%TEMP%\key-permissions.txt"` } },
    {
      id: 'narrow',
      command: {
        shell: 'cmd',
        text: String.raw`icacls "C:\FOLDER\KEY" /inheritance:r /grant:r "*S-1-5-18:F" "*S-1-5-32-544:F" "ACCOUNT:R"`,
      },
    },
    { id: 'remove', command: { shell: 'cmd', text: String.raw`icacls "C:\FOLDER\KEY" /remove:g "READER"` } },
    { id: 'try', command: { shell: 'powershell', text: "Restart-Service -Name 'NAME'" } },
    { id: 'renew' },
  ],
  references: [
    { title: 'Netstock: ERP Connector', url: 'https://intercom.help/netstock/en/articles/6043038-erp-connector' },
    { title: 'Microsoft: icacls', url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/icacls' },
    {
      title: 'Microsoft: Security identifiers',
      url: 'https://learn.microsoft.com/en-us/windows-server/identity/ad-ds/manage/understand-security-identifiers',
    },
  ],
  texts: {
    en: {
      title: "The connector's private key can be read by the connector alone",
      why: "Whoever can read the private key can pass for this ERP server in the vendor's cloud, from anywhere and without a trace here.",
      judged: [
        'Every private key of every connector that was found is judged; public keys are not.',
        'SYSTEM, Administrators and their members, TrustedInstaller, CREATOR OWNER, OWNER RIGHTS, and the account of a service whose program lies in the folder of the connector may read it.',
        'Anybody else fails; all are listed.',
        'A connector without a private key that could be found needs attention.',
      ],
      open: [
        'Members of Administrators count directly and through groups within groups; Windows is asked for SIDs, so the language of the names does not matter.',
        'Any other group fails as such, also where nobody or only the connector is in it today: somebody can be put in tomorrow.',
        'The account of a service counts whether the service runs or not, but only for keys of the connector in whose folder its program lies; the identity NT SERVICE\\name of such a service counts as its account.',
        'Where groups or services were not collected, or a program stands there under a shortened name such as PROGRA~1, an account that they might excuse needs attention instead of failing. Everyone, Users and other groups of Windows fail all the same.',
        'A key for which nobody at all is listed as a reader needs attention: its permissions were hardly read.',
        'Who owns the file is not in the facts: what CREATOR OWNER and OWNER RIGHTS stand for is not looked at.',
        'If the profile names a connector and none is found here, the item needs attention.',
      ],
      steps: {
        look: {
          text: 'See who may read the key: in Explorer, right-click the key file > Properties > Security > Advanced. Put its path in place of C:\\FOLDER\\KEY in all steps.',
        },
        service: {
          text: 'Find out which account the connector runs under: Server Manager > Tools > Services > the connector’s service > Properties > Log On. LocalSystem is SYSTEM and needs nothing of its own.',
        },
        save: { text: 'Keep the permissions as they are now, to be able to go back.' },
        narrow: {
          text: 'Leave the key to SYSTEM, Administrators and the account of the connector: Security > Advanced > Disable inheritance > Remove all inherited permissions, then Add these three. The command does it in one go; put the account of step 2 in place of ACCOUNT, and leave that part out for LocalSystem.',
          restarts: 'nothing; the connector reads the key at its next transfer',
          undo: String.raw`icacls "C:\FOLDER" /restore "%TEMP%\key-permissions.txt"`,
        },
        remove: {
          text: 'Whoever is still listed has a permission of their own on the file. Take it away: Security > Edit > the name > Remove. Put the name, or * and the SID, in place of READER.',
          restarts: 'nothing',
          undo: String.raw`icacls "C:\FOLDER" /restore "%TEMP%\key-permissions.txt"`,
        },
        try: {
          text: 'Outside of a transfer, restart the connector’s service and let it run one transfer. If it is refused its key, undo step 4 and ask the vendor which account reads it.',
          restarts: 'the connector; a transfer that is running breaks off',
        },
        renew: {
          text: 'If people or programs could read the key until now, take it as known: have the vendor’s connector make a new key pair, narrow the new file in the same way, have the old public key deleted, and take a new snapshot.',
          restarts: 'the connector, for as long as the change takes',
        },
      },
      messages: {
        guarded: {
          one: 'the private key {{keys, list}} can be read by the connector and administrators alone',
          other: 'the private keys {{keys, list}} can be read by the connector and administrators alone',
        },
        foreign: {
          one: '{{accounts, list}} can read the private key of {{product}}',
          other: '{{accounts, list}} can read the private key of {{product}}',
        },
        undecided: {
          one: '{{accounts, list}} can read the private key of {{product}}, and whether this is the account of the connector or an administrator could not be told',
          other:
            '{{accounts, list}} can read the private key of {{product}}, and whether these are accounts of the connector or administrators could not be told',
        },
        'no-reader': 'nobody is listed as a reader of {{keys, list}}: were its permissions read?',
        none: 'no private key of {{products, list}} was found',
        'no-installation': 'no connector was found on this server',
      },
      evidence: {
        guarded: '{{path}}: readable by {{accounts, list}}',
        foreign: 'can read {{path}}',
        undecided: 'can read {{path}}; account of the connector, administrator or neither',
        'no-reader': '{{path}}: no reader listed',
        none: 'no private key under {{location}}',
        'no-installation': 'no installation found',
      },
    },
    de: {
      title: 'Den privaten Schlüssel des Connectors kann nur der Connector lesen',
      why: 'Wer den privaten Schlüssel lesen kann, kann sich in der Cloud des Herstellers als dieser ERP-Server ausgeben, von überall und ohne hier eine Spur zu hinterlassen.',
      judged: [
        'Jeder private Schlüssel jedes gefundenen Connectors wird beurteilt, öffentliche Schlüssel nicht.',
        'Lesen dürfen SYSTEM, Administratoren und deren Mitglieder, TrustedInstaller, ERSTELLER-BESITZER, EIGENTÜMERRECHTE und das Konto eines Dienstes, dessen Programm im Ordner des Connectors liegt.',
        'Jeder andere ist ein Mangel; alle werden genannt.',
        'Ein Connector, von dem kein privater Schlüssel zu finden war, verlangt Aufmerksamkeit.',
      ],
      open: [
        'Mitglieder der Administratoren zählen direkt und über Gruppen in Gruppen; verglichen werden SIDs, die Sprache der Namen spielt also keine Rolle.',
        'Jede andere Gruppe ist als solche ein Mangel, auch wenn heute niemand oder nur der Connector darin ist: morgen kann jemand hineinkommen.',
        'Das Konto eines Dienstes zählt, ob der Dienst läuft oder nicht, aber nur für Schlüssel des Connectors, in dessen Ordner sein Programm liegt; die Identität NT SERVICE\\Name eines solchen Dienstes gilt als sein Konto.',
        'Wurden Gruppen oder Dienste nicht erhoben oder steht ein Programm dort mit verkürztem Namen wie PROGRA~1, verlangt ein Konto, das sie entschuldigen könnten, Aufmerksamkeit statt ein Mangel zu sein. Jeder, Benutzer und andere Gruppen von Windows sind trotzdem ein Mangel.',
        'Ein Schlüssel, für den überhaupt kein Leser genannt ist, verlangt Aufmerksamkeit: seine Berechtigungen wurden wohl nicht gelesen.',
        'Wem die Datei gehört, steht nicht in den Fakten: wofür ERSTELLER-BESITZER und EIGENTÜMERRECHTE stehen, wird nicht angesehen.',
        'Nennt das Profil einen Connector und ist hier keiner zu finden, verlangt der Punkt Aufmerksamkeit.',
      ],
      steps: {
        look: {
          text: 'Nachsehen, wer den Schlüssel lesen darf: im Explorer Rechtsklick auf die Schlüsseldatei > Eigenschaften > Sicherheit > Erweitert. In allen Schritten für C:\\FOLDER\\KEY ihren Pfad einsetzen.',
        },
        service: {
          text: 'Herausfinden, unter welchem Konto der Connector läuft: Server-Manager > Tools > Dienste > Dienst des Connectors > Eigenschaften > Anmelden. LocalSystem ist SYSTEM und braucht nichts Eigenes.',
        },
        save: { text: 'Die Berechtigungen festhalten, wie sie jetzt sind, um zurück zu können.' },
        narrow: {
          text: 'Den Schlüssel SYSTEM, Administratoren und dem Konto des Connectors lassen: Sicherheit > Erweitert > Vererbung deaktivieren > Alle geerbten Berechtigungen entfernen, dann diese drei hinzufügen. Der Befehl tut es auf einmal; für ACCOUNT das Konto aus Schritt 2 einsetzen, bei LocalSystem diesen Teil weglassen.',
          restarts: 'nichts; der Connector liest den Schlüssel bei der nächsten Übertragung',
          undo: String.raw`icacls "C:\FOLDER" /restore "%TEMP%\key-permissions.txt"`,
        },
        remove: {
          text: 'Wer noch in der Liste steht, hat eine eigene Berechtigung an der Datei. Sie wegnehmen: Sicherheit > Bearbeiten > der Name > Entfernen. Für READER den Namen oder * und die SID einsetzen.',
          restarts: 'nichts',
          undo: String.raw`icacls "C:\FOLDER" /restore "%TEMP%\key-permissions.txt"`,
        },
        try: {
          text: 'Außerhalb einer Übertragung den Dienst des Connectors neu starten und ihn einmal übertragen lassen. Wird ihm sein Schlüssel verweigert, Schritt 4 zurücknehmen und den Hersteller fragen, welches Konto ihn liest.',
          restarts: 'der Connector; eine laufende Übertragung bricht ab',
        },
        renew: {
          text: 'Konnten bisher Personen oder Programme den Schlüssel lesen, gilt er als bekannt: den Connector des Herstellers ein neues Schlüsselpaar erzeugen lassen, die neue Datei ebenso einschränken, den alten öffentlichen Schlüssel löschen lassen und einen neuen Snapshot machen.',
          restarts: 'der Connector, solange die Änderung dauert',
        },
      },
      messages: {
        guarded: {
          one: 'den privaten Schlüssel {{keys, list}} können nur der Connector und Administratoren lesen',
          other: 'die privaten Schlüssel {{keys, list}} können nur der Connector und Administratoren lesen',
        },
        foreign: {
          one: '{{accounts, list}} kann den privaten Schlüssel von {{product}} lesen',
          other: '{{accounts, list}} können den privaten Schlüssel von {{product}} lesen',
        },
        undecided: {
          one: '{{accounts, list}} kann den privaten Schlüssel von {{product}} lesen, und ob das das Konto des Connectors oder ein Administrator ist, ließ sich nicht feststellen',
          other:
            '{{accounts, list}} können den privaten Schlüssel von {{product}} lesen, und ob das Konten des Connectors oder Administratoren sind, ließ sich nicht feststellen',
        },
        'no-reader': 'für {{keys, list}} ist kein Leser genannt: wurden die Berechtigungen gelesen?',
        none: 'kein privater Schlüssel von {{products, list}} wurde gefunden',
        'no-installation': 'auf diesem Server wurde kein Connector gefunden',
      },
      evidence: {
        guarded: '{{path}}: lesbar für {{accounts, list}}',
        foreign: 'kann {{path}} lesen',
        undecided: 'kann {{path}} lesen; Konto des Connectors, Administrator oder keines von beiden',
        'no-reader': '{{path}}: kein Leser genannt',
        none: 'kein privater Schlüssel unter {{location}}',
        'no-installation': 'keine Installation gefunden',
      },
    },
  },
})
