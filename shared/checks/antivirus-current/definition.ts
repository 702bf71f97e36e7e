import { define } from '../check.ts'

export const definition = define({
  id: 'antivirus-current',
  checklist: 'layered-defence',
  severity: 'high',
  reads: ['antivirus', 'host', 'services?'],
  who: 'administrator',
  effort: 'minutes',
  steps: [
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: 'Get-MpComputerStatus | Select-Object AMRunningMode, AntivirusEnabled, RealTimeProtectionEnabled, AntivirusSignatureLastUpdated',
      },
    },
    { id: 'update', command: { shell: 'powershell', text: 'Update-MpSignature' } },
    { id: 'real-time', command: { shell: 'powershell', text: 'Set-MpPreference -DisableRealtimeMonitoring $false' } },
    { id: 'install', command: { shell: 'powershell', text: 'Install-WindowsFeature -Name Windows-Defender' } },
    { id: 'console' },
  ],
  references: [
    {
      title: 'Microsoft: Defender Antivirus on Windows Server',
      url: 'https://learn.microsoft.com/en-us/defender-endpoint/microsoft-defender-antivirus-on-windows-server',
    },
    { title: 'Microsoft: Get-MpComputerStatus', url: 'https://learn.microsoft.com/en-us/powershell/module/defender/get-mpcomputerstatus' },
  ],
  texts: {
    en: {
      title: 'The antivirus of this server is on and up to date',
      why: 'A file that arrives through a CRM or web screen lands on the server that holds the ERP data, and only a scanner that watches with recent signatures stops it there.',
      judged: [
        'Of the products that are enabled the best one decides.',
        'Real-time protection on and signatures at most 7 days old pass.',
        'Signatures older than 7 days fail, and so does real-time protection that is off.',
        'If real-time protection or the age of the signatures could not be read, the item needs attention.',
        'No enabled product fails; where a service of a known endpoint protection runs, it needs attention instead, because that product answers to its own console.',
      ],
      open: [
        'Seven days are seven times 24 hours before the snapshot.',
        'Signatures dated more than a day after the snapshot count as unreadable.',
        'A service of an endpoint protection counts while it runs or is about to start; one that stands still is only shown.',
        'The Defender service counts for nothing where the facts list Defender as a product: they tell its state already.',
      ],
      steps: {
        look: { text: 'See what is on: Start > Windows Security > Virus & threat protection, or with the command.' },
        update: {
          text: 'Update the signatures: Windows Security > Virus & threat protection > Protection updates > Check for updates. Find out why it did not happen by itself: a proxy, a WSUS without definition updates, a stopped service.',
        },
        'real-time': {
          text: 'Turn on real-time protection: Windows Security > Virus & threat protection > Manage settings > Real-time protection. Exclude the ERP data folders only if the ERP vendor asks for it in writing.',
          undo: 'Set-MpPreference -DisableRealtimeMonitoring $true',
        },
        install: {
          text: 'If there is no antivirus at all: Server Manager > Manage > Add Roles and Features > Features > Microsoft Defender Antivirus, or install the product that the company uses elsewhere.',
          restarts: 'the server may have to restart; do it outside of sync and working hours',
          undo: 'Uninstall-WindowsFeature -Name Windows-Defender, then restart',
        },
        console: {
          text: 'If another product protects this server, look at its console: is this server listed, protected and updated within a week? Then answer this item with its name.',
        },
      },
      messages: {
        current: {
          one: '{{products, list}} protects in real time with recent signatures',
          other: '{{products, list}} protect in real time with recent signatures',
        },
        outdated: 'the signatures of {{products, list}} are older than {{days}} days',
        'real-time-off': 'real-time protection of {{products, list}} is off',
        'real-time-not-told': {
          one: 'whether {{products, list}} protects in real time could not be read',
          other: 'whether {{products, list}} protect in real time could not be read',
        },
        'age-not-told': 'the age of the signatures of {{products, list}} could not be read',
        agent: {
          one: 'no enabled antivirus reports to Windows, but an agent of {{products, list}} runs here: look at its console',
          other: 'no enabled antivirus reports to Windows, but agents of {{products, list}} run here: look at their consoles',
        },
        none: 'no antivirus is enabled',
      },
      evidence: {
        current: 'real-time protection on, signatures of {{date}}',
        outdated: 'signatures of {{date}}',
        'real-time-off': 'real-time protection off',
        'real-time-not-told': 'real-time protection not told',
        'age-not-told': 'age of the signatures not told',
        disabled: 'installed, not enabled',
        none: 'no enabled product',
        agent: 'service {{service}} runs',
        'agent-stopped': 'service {{service}} does not run',
        server: 'server edition: products other than Defender do not report to Windows',
      },
    },
    de: {
      title: 'Der Virenschutz dieses Servers ist an und aktuell',
      why: 'Eine Datei, die über CRM oder Web-Oberfläche hereinkommt, landet auf dem Server mit den ERP-Daten, und nur ein wachender Scanner mit frischen Signaturen hält sie dort auf.',
      judged: [
        'Von den aktivierten Produkten entscheidet das beste.',
        'Echtzeitschutz an und Signaturen höchstens 7 Tage alt: bestanden.',
        'Signaturen, die älter als 7 Tage sind, sind ein Mangel, ebenso ein ausgeschalteter Echtzeitschutz.',
        'Waren Echtzeitschutz oder Alter der Signaturen nicht lesbar, verlangt der Punkt Aufmerksamkeit.',
        'Kein aktiviertes Produkt ist ein Mangel; läuft der Dienst eines bekannten Endgeräteschutzes, verlangt der Punkt stattdessen Aufmerksamkeit, denn darüber gibt dessen eigene Konsole Auskunft.',
      ],
      open: [
        'Sieben Tage sind sieben mal 24 Stunden vor dem Snapshot.',
        'Signaturen, deren Datum mehr als einen Tag nach dem Snapshot liegt, gelten als nicht lesbar.',
        'Der Dienst eines Endgeräteschutzes zählt, solange er läuft oder gerade startet; einer, der steht, wird nur gezeigt.',
        'Der Defender-Dienst zählt nicht, wo die Fakten Defender als Produkt aufführen: sie nennen seinen Zustand bereits.',
      ],
      steps: {
        look: { text: 'Nachsehen, was an ist: Start > Windows-Sicherheit > Viren- & Bedrohungsschutz, oder mit dem Befehl.' },
        update: {
          text: 'Die Signaturen aktualisieren: Windows-Sicherheit > Viren- & Bedrohungsschutz > Schutzupdates > Nach Updates suchen. Klären, warum es nicht von selbst geschah: ein Proxy, ein WSUS ohne Definitionsupdates, ein angehaltener Dienst.',
        },
        'real-time': {
          text: 'Den Echtzeitschutz einschalten: Windows-Sicherheit > Viren- & Bedrohungsschutz > Einstellungen verwalten > Echtzeitschutz. Die Datenordner des ERP nur ausnehmen, wenn der ERP-Hersteller es schriftlich verlangt.',
          undo: 'Set-MpPreference -DisableRealtimeMonitoring $true',
        },
        install: {
          text: 'Fehlt jeder Virenschutz: Server-Manager > Verwalten > Rollen und Features hinzufügen > Features > Microsoft Defender Antivirus, oder das Produkt installieren, das die Firma sonst einsetzt.',
          restarts: 'eventuell der ganze Server; außerhalb von Synchronisierung und Arbeitszeit erledigen',
          undo: 'Uninstall-WindowsFeature -Name Windows-Defender, danach neu starten',
        },
        console: {
          text: 'Schützt ein anderes Produkt diesen Server, in dessen Konsole nachsehen: Ist der Server aufgeführt, geschützt und binnen einer Woche aktualisiert? Dann diesen Punkt mit dem Namen des Produkts beantworten.',
        },
      },
      messages: {
        current: {
          one: '{{products, list}} schützt in Echtzeit mit frischen Signaturen',
          other: '{{products, list}} schützen in Echtzeit mit frischen Signaturen',
        },
        outdated: 'die Signaturen von {{products, list}} sind älter als {{days}} Tage',
        'real-time-off': 'der Echtzeitschutz von {{products, list}} ist aus',
        'real-time-not-told': {
          one: 'ob {{products, list}} in Echtzeit schützt, war nicht lesbar',
          other: 'ob {{products, list}} in Echtzeit schützen, war nicht lesbar',
        },
        'age-not-told': 'das Alter der Signaturen von {{products, list}} war nicht lesbar',
        agent: {
          one: 'kein aktivierter Virenschutz meldet sich bei Windows, aber ein Agent von {{products, list}} läuft hier: in dessen Konsole nachsehen',
          other:
            'kein aktivierter Virenschutz meldet sich bei Windows, aber Agenten von {{products, list}} laufen hier: in deren Konsolen nachsehen',
        },
        none: 'kein Virenschutz ist aktiviert',
      },
      evidence: {
        current: 'Echtzeitschutz an, Signaturen vom {{date}}',
        outdated: 'Signaturen vom {{date}}',
        'real-time-off': 'Echtzeitschutz aus',
        'real-time-not-told': 'Echtzeitschutz nicht genannt',
        'age-not-told': 'Alter der Signaturen nicht genannt',
        disabled: 'installiert, nicht aktiviert',
        none: 'kein aktiviertes Produkt',
        agent: 'Dienst {{service}} läuft',
        'agent-stopped': 'Dienst {{service}} läuft nicht',
        server: 'Server-Edition: andere Produkte als Defender melden sich nicht bei Windows',
      },
    },
  },
})
