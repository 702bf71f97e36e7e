import { define } from '../check.ts'

export const definition = define({
  id: 'connector-extracts-intact',
  checklist: 'connector-transit',
  severity: 'low',
  reads: ['connector'],
  who: 'administrator-and-vendor',
  effort: 'minutes',
  steps: [
    {
      id: 'find',
      command: {
        shell: 'powershell',
        text: String.raw`Get-ChildItem 'C:\FOLDER' -Recurse -File | Sort-Object LastWriteTime -Descending | Select-Object -First 20 FullName, Length, LastWriteTime`,
      },
    },
    { id: 'verify', command: { shell: 'cmd', text: String.raw`erp-checkup verify-extract "C:\FOLDER\EXTRACTS"` } },
    { id: 'space', command: { shell: 'powershell', text: 'Get-Volume | Select-Object DriveLetter, HealthStatus, SizeRemaining, Size' } },
    { id: 'resend' },
    { id: 'vendor' },
    { id: 'repeat' },
  ],
  references: [
    { title: 'Netstock: ERP Connector', url: 'https://intercom.help/netstock/en/articles/6043038-erp-connector' },
    { title: 'RFC 1321: The MD5 message-digest algorithm', url: 'https://www.rfc-editor.org/rfc/rfc1321' },
  ],
  texts: {
    en: {
      title: "The connector's extracts arrive as they were made",
      why: 'Orders are planned on the extracts of the ERP: a file that is cut short or damaged on its way changes stock and demand without anybody seeing it.',
      judged: [
        'The newest result of verifying the extracts decides, if it is at most 30 days old.',
        'Intact passes; files that do not match their MD5 totals fail and are listed.',
        'No result, or only an older one, needs attention.',
      ],
      open: [
        'Thirty days are thirty times 24 hours before the evaluation: results are answers and may be newer than the snapshot.',
        'The newest result decides whatever folder it is about; the last result of another folder that was not intact is shown beside it. Of two results of one instant the bad one counts.',
        'An older result needs attention also where it was bad: what it saw is long sent again.',
        'A result dated more than a day ahead needs attention and decides nothing else.',
        'A result that says intact and names files all the same counts as not intact.',
        'That no connector is found here changes nothing: what was verified counts.',
        'MD5 tells damage, not forgery: against that stands the encrypted transfer with the private key.',
      ],
      steps: {
        find: {
          text: 'Find the folder in which the connector puts its extracts: files ending in .csv or .bz2 and a file with their MD5 totals. It stands in the settings of the connector; the command shows the newest files below a folder.',
        },
        verify: {
          text: 'After the daily extract and before the next one begins, verify the folder: with the command, in place of the path the folder of step 1. It only reads.',
        },
        space: {
          text: 'If files do not match, look first whether the disk is full or faulty: File Explorer > This PC, and Event Viewer > Windows Logs > System, sources disk and Ntfs.',
        },
        resend: {
          text: 'Let the connector make and send the extract again, from its own window or by the vendor’s instructions, at a time when nobody posts in the ERP; then verify once more.',
          restarts: 'nothing; the ERP may be slower while the extract runs',
        },
        vendor: {
          text: 'If files still do not match, give the vendor their names and the date: their servers compare the same totals and can tell which transfers they refused.',
        },
        repeat: { text: 'Repeat the verification every month, best in the same week as the review of this checkup.' },
      },
      messages: {
        intact: 'the extracts in {{directory}} were intact on {{date}}',
        mismatch: {
          one: '{{files, list}} in {{directory}} did not match its MD5 total on {{date}}',
          other: '{{files, list}} in {{directory}} did not match their MD5 totals on {{date}}',
        },
        'not-intact': 'the extracts in {{directory}} were not intact on {{date}}',
        outdated: 'the extracts were last verified on {{date}}, more than 30 days ago',
        'outdated-mismatch': 'the extracts were last verified on {{date}}, more than 30 days ago, and were not intact then',
        future: 'a result for {{directory}} is dated {{date}}, in the future: is the clock right?',
        none: 'the extracts were never verified',
      },
      evidence: {
        intact: '{{directory}}: intact on {{date}}',
        mismatch: '{{directory}}: on {{date}} no match for {{files, list}}',
        'not-intact': '{{directory}}: not intact on {{date}}',
        outdated: '{{directory}}: intact on {{date}}',
        'outdated-mismatch': '{{directory}}: on {{date}} no match for {{files, list}}',
        'outdated-not-intact': '{{directory}}: not intact on {{date}}',
        future: '{{directory}}: result dated {{date}}',
        elsewhere: '{{directory}}: not intact on {{date}}, the last result for this folder',
        none: 'no result recorded',
      },
    },
    de: {
      title: 'Die Extrakte des Connectors kommen an, wie sie erzeugt wurden',
      why: 'Bestellungen werden nach den Extrakten des ERP geplant: eine unterwegs abgeschnittene oder beschädigte Datei ändert Bestand und Bedarf, ohne dass es jemand sieht.',
      judged: [
        'Das neueste Ergebnis einer Prüfung der Extrakte entscheidet, wenn es höchstens 30 Tage alt ist.',
        'Unversehrt besteht; Dateien, die nicht zu ihren MD5-Summen passen, sind ein Mangel und werden genannt.',
        'Kein Ergebnis oder nur ein älteres verlangt Aufmerksamkeit.',
      ],
      open: [
        'Dreißig Tage sind dreißigmal 24 Stunden vor der Auswertung: Ergebnisse sind Antworten und können neuer sein als der Snapshot.',
        'Das neueste Ergebnis entscheidet, gleich um welchen Ordner es geht; das letzte eines anderen Ordners, das nicht unversehrt war, wird daneben gezeigt. Von zwei Ergebnissen desselben Augenblicks zählt das schlechte.',
        'Ein älteres Ergebnis verlangt Aufmerksamkeit, auch wenn es schlecht war: was es sah, ist längst neu gesendet.',
        'Ein mehr als einen Tag vordatiertes Ergebnis verlangt Aufmerksamkeit und entscheidet sonst nichts.',
        'Ein Ergebnis, das unversehrt sagt und trotzdem Dateien nennt, gilt als nicht unversehrt.',
        'Dass hier kein Connector zu finden ist, ändert nichts: was geprüft wurde, zählt.',
        'MD5 zeigt Schäden, keine Fälschung: dagegen steht die verschlüsselte Übertragung mit dem privaten Schlüssel.',
      ],
      steps: {
        find: {
          text: 'Den Ordner finden, in den der Connector seine Extrakte legt: Dateien auf .csv oder .bz2 und eine Datei mit ihren MD5-Summen. Er steht in den Einstellungen des Connectors; der Befehl zeigt die neuesten Dateien unter einem Ordner.',
        },
        verify: {
          text: 'Nach dem täglichen Extrakt und bevor der nächste beginnt, den Ordner prüfen: mit dem Befehl, statt des Pfads der Ordner aus Schritt 1. Es wird nur gelesen.',
        },
        space: {
          text: 'Passen Dateien nicht, zuerst nachsehen, ob der Datenträger voll oder fehlerhaft ist: Explorer > Dieser PC, und Ereignisanzeige > Windows-Protokolle > System, Quellen disk und Ntfs.',
        },
        resend: {
          text: 'Den Connector den Extrakt neu erzeugen und senden lassen, aus seinem Fenster oder nach Anleitung des Herstellers, wenn niemand im ERP bucht; dann noch einmal prüfen.',
          restarts: 'nichts; das ERP kann währenddessen langsamer sein',
        },
        vendor: {
          text: 'Passen Dateien immer noch nicht, dem Hersteller ihre Namen und das Datum nennen: seine Server vergleichen dieselben Summen und wissen, welche Übertragungen sie abgelehnt haben.',
        },
        repeat: { text: 'Die Prüfung jeden Monat wiederholen, am besten in der Woche der Durchsicht dieses Checkups.' },
      },
      messages: {
        intact: 'die Extrakte in {{directory}} waren am {{date}} unversehrt',
        mismatch: {
          one: '{{files, list}} in {{directory}} passte am {{date}} nicht zur MD5-Summe',
          other: '{{files, list}} in {{directory}} passten am {{date}} nicht zu ihren MD5-Summen',
        },
        'not-intact': 'die Extrakte in {{directory}} waren am {{date}} nicht unversehrt',
        outdated: 'die Extrakte wurden zuletzt am {{date}} geprüft, vor mehr als 30 Tagen',
        'outdated-mismatch': 'die Extrakte wurden zuletzt am {{date}} geprüft, vor mehr als 30 Tagen, und waren da nicht unversehrt',
        future: 'ein Ergebnis zu {{directory}} trägt das Datum {{date}}, in der Zukunft: geht die Uhr richtig?',
        none: 'die Extrakte wurden noch nie geprüft',
      },
      evidence: {
        intact: '{{directory}}: unversehrt am {{date}}',
        mismatch: '{{directory}}: am {{date}} passt nicht: {{files, list}}',
        'not-intact': '{{directory}}: nicht unversehrt am {{date}}',
        outdated: '{{directory}}: unversehrt am {{date}}',
        'outdated-mismatch': '{{directory}}: am {{date}} passt nicht: {{files, list}}',
        'outdated-not-intact': '{{directory}}: nicht unversehrt am {{date}}',
        future: '{{directory}}: Ergebnis vom {{date}}',
        elsewhere: '{{directory}}: nicht unversehrt am {{date}}, letztes Ergebnis zu diesem Ordner',
        none: 'kein Ergebnis verzeichnet',
      },
    },
  },
})
