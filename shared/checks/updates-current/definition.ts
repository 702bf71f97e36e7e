import { define } from '../check.ts'

export const definition = define({
  id: 'updates-current',
  checklist: 'layered-defence',
  severity: 'high',
  reads: ['updates', 'host?'],
  who: 'administrator',
  effort: 'an hour',
  steps: [
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: 'Get-HotFix | Sort-Object InstalledOn -Descending | Select-Object -First 5 HotFixID, Description, InstalledOn',
      },
    },
    { id: 'backup' },
    { id: 'pause', command: { shell: 'powershell', text: "Get-Service -Name 'WSP*' | Stop-Service" } },
    { id: 'install', command: { shell: 'cmd', text: 'start ms-settings:windowsupdate' } },
    { id: 'restart', command: { shell: 'powershell', text: 'Restart-Computer' } },
    { id: 'after', command: { shell: 'powershell', text: "Get-Service -Name 'WSP*' | Select-Object Name, Status, StartType" } },
  ],
  references: [
    {
      title: 'Microsoft: Windows Server release information',
      url: 'https://learn.microsoft.com/en-us/windows/release-health/windows-server-release-info',
    },
    { title: 'Microsoft: Windows lifecycle policy', url: 'https://learn.microsoft.com/en-us/lifecycle/products/' },
  ],
  texts: {
    en: {
      title: 'Windows on this server has the latest cumulative update',
      why: 'Gaps in Windows become public on the day they are closed, and from then on an ERP server without the update can be attacked by the book.',
      judged: [
        'The newest cumulative update passes while it was installed at most 35 days ago.',
        'From 36 to 60 days it needs attention, from 61 days it fails.',
        'If no cumulative update could be found, the item needs attention.',
        'A restart that is still due needs at least attention: until then the update is not in force.',
        'Definition updates of the antivirus do not count.',
      ],
      open: [
        'Days are whole days of 24 hours before the snapshot; what is begun does not count.',
        'An installation date that lies more than a day after the snapshot counts as not told.',
        'A Windows version that gets no updates any more is found by their age, not by a list of dates.',
      ],
      steps: {
        look: {
          text: 'See what was installed last: Start > Settings > Windows Update > Update history (up to Windows Server 2022: Settings > Update & Security > Windows Update), or with the command.',
        },
        backup: { text: 'Make sure that a backup of the ERP data and of the server is fresh and can be restored.' },
        pause: {
          text: "In a maintenance window, when nobody works in the ERP, stop the sync tool's services (names that begin with WSP).",
          restarts: "the sync tool's services stand still until the server has restarted; syncing then catches up",
          undo: "Get-Service -Name 'WSP*' | Start-Service",
        },
        install: {
          text: 'Install the cumulative update: Start > Settings > Windows Update > Check for updates (up to Windows Server 2022 under Update & Security, without a desktop by sconfig). With WSUS or a management tool, approve it there.',
          undo: 'Settings > Windows Update > Update history > Uninstall updates, then restart',
        },
        restart: {
          text: 'Restart the server, also where only the restart is still due.',
          restarts: 'the whole server with ERP, SQL Server and sync tool',
        },
        after: { text: "Look whether the ERP opens and the sync tool's services run, and take a new snapshot." },
      },
      messages: {
        current: {
          one: 'the newest cumulative update was installed {{count}} day ago',
          other: 'the newest cumulative update was installed {{count}} days ago',
        },
        due: { one: 'the newest cumulative update is {{count}} day old', other: 'the newest cumulative update is {{count}} days old' },
        overdue: {
          one: 'the newest cumulative update is {{count}} day old: at least one monthly update is missing',
          other: 'the newest cumulative update is {{count}} days old: at least one monthly update is missing',
        },
        'not-told': 'when the newest cumulative update was installed could not be found',
        reboot: 'a restart is due before the updates are in force',
      },
      evidence: {
        current: 'newest cumulative update of {{date}}',
        due: 'newest cumulative update of {{date}}',
        overdue: 'newest cumulative update of {{date}}',
        'not-told': 'date of the newest cumulative update not told',
        reboot: 'restart pending',
        build: '{{product}}, build {{build}}',
      },
    },
    de: {
      title: 'Windows auf diesem Server hat das neueste kumulative Update',
      why: 'Lücken in Windows werden an dem Tag bekannt, an dem sie geschlossen werden; von da an lässt sich ein ERP-Server ohne das Update nach Anleitung angreifen.',
      judged: [
        'Das neueste kumulative Update besteht, solange seine Installation höchstens 35 Tage her ist.',
        'Von 36 bis 60 Tagen verlangt es Aufmerksamkeit, ab 61 Tagen ist es ein Mangel.',
        'Ließ sich kein kumulatives Update finden, verlangt der Punkt Aufmerksamkeit.',
        'Ein noch ausstehender Neustart verlangt mindestens Aufmerksamkeit: bis dahin wirkt das Update nicht.',
        'Definitionsupdates des Virenschutzes zählen nicht.',
      ],
      open: [
        'Tage sind ganze Tage von 24 Stunden vor dem Snapshot; ein angefangener zählt nicht.',
        'Ein Installationsdatum, das mehr als einen Tag nach dem Snapshot liegt, gilt als nicht genannt.',
        'Eine Windows-Version, die keine Updates mehr bekommt, fällt durch deren Alter auf, nicht durch eine Liste von Daten.',
      ],
      steps: {
        look: {
          text: 'Nachsehen, was zuletzt installiert wurde: Start > Einstellungen > Windows Update > Updateverlauf (bis Windows Server 2022: Einstellungen > Update und Sicherheit > Windows Update), oder mit dem Befehl.',
        },
        backup: { text: 'Sicherstellen, dass eine frische Sicherung von ERP-Daten und Server da ist und sich zurückspielen lässt.' },
        pause: {
          text: 'In einem Wartungsfenster, wenn niemand im ERP arbeitet, die Dienste des Sync-Tools anhalten (Namen, die mit WSP beginnen).',
          restarts: 'die Dienste des Sync-Tools stehen bis zum Neustart des Servers; danach holt die Synchronisierung auf',
          undo: "Get-Service -Name 'WSP*' | Start-Service",
        },
        install: {
          text: 'Das kumulative Update installieren: Start > Einstellungen > Windows Update > Nach Updates suchen (bis Windows Server 2022 unter Update und Sicherheit, ohne Desktop mit sconfig). Mit WSUS oder einem Verwaltungswerkzeug dort freigeben.',
          undo: 'Einstellungen > Windows Update > Updateverlauf > Updates deinstallieren, danach neu starten',
        },
        restart: {
          text: 'Den Server neu starten, auch wenn nur noch der Neustart aussteht.',
          restarts: 'der ganze Server mit ERP, SQL Server und Sync-Tool',
        },
        after: { text: 'Nachsehen, ob sich das ERP öffnet und die Dienste des Sync-Tools laufen, und einen neuen Snapshot machen.' },
      },
      messages: {
        current: {
          one: 'das neueste kumulative Update wurde vor {{count}} Tag installiert',
          other: 'das neueste kumulative Update wurde vor {{count}} Tagen installiert',
        },
        due: { one: 'das neueste kumulative Update ist {{count}} Tag alt', other: 'das neueste kumulative Update ist {{count}} Tage alt' },
        overdue: {
          one: 'das neueste kumulative Update ist {{count}} Tag alt: mindestens ein monatliches Update fehlt',
          other: 'das neueste kumulative Update ist {{count}} Tage alt: mindestens ein monatliches Update fehlt',
        },
        'not-told': 'wann das neueste kumulative Update installiert wurde, ließ sich nicht feststellen',
        reboot: 'ein Neustart steht aus, bevor die Updates wirken',
      },
      evidence: {
        current: 'neuestes kumulatives Update vom {{date}}',
        due: 'neuestes kumulatives Update vom {{date}}',
        overdue: 'neuestes kumulatives Update vom {{date}}',
        'not-told': 'Datum des neuesten kumulativen Updates nicht genannt',
        reboot: 'Neustart steht aus',
        build: '{{product}}, Build {{build}}',
      },
    },
  },
})
