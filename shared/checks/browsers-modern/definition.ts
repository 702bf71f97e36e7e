import { define } from '../check.ts'

export const definition = define({
  id: 'browsers-modern',
  checklist: 'layered-defence',
  severity: 'low',
  reads: ['programs'],
  who: 'administrator',
  effort: 'minutes',
  steps: [
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: String.raw`$keys = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*'
Get-ItemProperty $keys -ErrorAction SilentlyContinue | Where-Object DisplayName -Match 'Edge|Chrome|Firefox' | Format-Table DisplayName, DisplayVersion`,
      },
    },
    {
      id: 'update',
      command: {
        shell: 'powershell',
        text: "Get-ScheduledTask -TaskName 'MicrosoftEdgeUpdateTaskMachineUA*', 'GoogleUpdaterTaskSystem*', 'GoogleUpdateTaskMachineUA*' -ErrorAction SilentlyContinue | Start-ScheduledTask",
      },
    },
    { id: 'automatic', command: { shell: 'cmd', text: 'start msedge edge://policy' } },
    { id: 'remove', command: { shell: 'cmd', text: 'appwiz.cpl' } },
    { id: 'elsewhere' },
  ],
  references: [
    {
      title: 'Microsoft: Edge release schedule',
      url: 'https://learn.microsoft.com/en-us/deployedge/microsoft-edge-release-schedule',
    },
    { title: 'Chromium: Release schedule', url: 'https://chromiumdash.appspot.com/schedule' },
    { title: 'Mozilla: Firefox release calendar', url: 'https://whattrainisitnow.com/calendar/' },
  ],
  texts: {
    en: {
      title: 'The browsers on this server are modern',
      why: 'Whoever opens the CRM or web screens with an old browser can be attacked through it, and on the server that is next to the ERP data.',
      judged: [
        'Edge, Chrome and Firefox among the installed programs are judged by their major version.',
        'One passes when it is at most six major versions behind the list of this program; for each month since the date of that list one version more is asked for.',
        'An older one needs attention, and so does a server without any of the three.',
      ],
      open: [
        'Each installed browser is judged and the worst decides: an old one beside a modern one is named and needs attention.',
        'Months are whole calendar months between the date of the list and the snapshot; a snapshot from before that date asks for nothing more and nothing less.',
        'Chrome and Edge have had two major versions a month since September 2026, one a month is asked for: the list is kept up with the releases of this program.',
        'A version that begins with no number needs attention.',
        'Firefox ESR is judged like Firefox, also while its maker still mends it.',
        'WebView2, updaters and preview channels (Beta, Dev, Canary, Nightly) are no browsers here, nor are Internet Explorer and other makers’ browsers. One from the Microsoft Store is not in the list of programs.',
        'Only this server is judged; the computers from which people work have to be looked at there.',
      ],
      steps: {
        look: {
          text: 'See which browsers there are: Control Panel > Programs > Programs and Features, column Version, or with the command.',
        },
        update: {
          text: 'Update them: Edge > … > Help and feedback > About Microsoft Edge; Chrome > ⋮ > Help > About Google Chrome; Firefox > ☰ > Help > About Firefox. The command starts the updaters of Edge and Chrome without a window; Firefox is updated from its own.',
          restarts: 'only the browser; people who work in it on this server have to open it again',
          undo: "install an earlier version with the maker's package for companies; an old version is open again",
        },
        automatic: {
          text: 'Find out why it did not happen by itself: a policy that forbids updates (edge://policy, chrome://policy, about:policies), a proxy or firewall that does not let the updater out, or a Windows version that the maker no longer serves.',
        },
        remove: {
          text: 'Uninstall what nobody needs on this server: Control Panel > Programs > Programs and Features > the browser > Uninstall. A server without people on it needs one browser at most.',
          restarts: 'nothing',
          undo: 'install it again from its maker',
        },
        elsewhere: {
          text: 'See to it that the computers from which people open the CRM and web screens update their browsers too.',
        },
      },
      messages: {
        modern: { one: '{{browsers, list}} is recent enough', other: '{{browsers, list}} are recent enough' },
        old: { one: '{{browsers, list}} is too old', other: '{{browsers, list}} are too old' },
        'version-not-told': {
          one: 'the version of {{browsers, list}} could not be told',
          other: 'the versions of {{browsers, list}} could not be told',
        },
        none: 'neither Edge nor Chrome nor Firefox is installed',
      },
      evidence: {
        modern: 'version {{version}}, {{least}} or later asked for',
        old: 'version {{version}}, {{least}} or later asked for',
        'version-not-told': 'version “{{version}}”',
        none: 'none among the installed programs',
      },
    },
    de: {
      title: 'Die Browser auf diesem Server sind modern',
      why: 'Wer CRM oder Web-Oberflächen mit einem alten Browser öffnet, ist darüber angreifbar, und auf dem Server ist das unmittelbar neben den ERP-Daten.',
      judged: [
        'Edge, Chrome und Firefox unter den installierten Programmen werden nach ihrer Hauptversion beurteilt.',
        'Einer besteht, wenn er höchstens sechs Hauptversionen hinter der Liste dieses Programms liegt; für jeden Monat seit dem Datum der Liste wird eine Version mehr verlangt.',
        'Ein älterer verlangt Aufmerksamkeit, ebenso ein Server ohne einen der drei.',
      ],
      open: [
        'Jeder installierte Browser wird beurteilt und der schlechteste entscheidet: ein alter neben einem modernen wird genannt und verlangt Aufmerksamkeit.',
        'Monate sind ganze Kalendermonate zwischen dem Datum der Liste und dem Snapshot; ein Snapshot von vor diesem Datum verlangt nicht mehr und nicht weniger.',
        'Chrome und Edge haben seit September 2026 zwei Hauptversionen im Monat, verlangt wird eine: die Liste wird mit den Ausgaben dieses Programms nachgeführt.',
        'Eine Version, die mit keiner Zahl beginnt, verlangt Aufmerksamkeit.',
        'Firefox ESR wird wie Firefox beurteilt, auch solange sein Hersteller ihn noch pflegt.',
        'WebView2, Updater und Vorschaukanäle (Beta, Dev, Canary, Nightly) sind hier keine Browser, ebenso wenig Internet Explorer und Browser anderer Hersteller. Einer aus dem Microsoft Store steht nicht in der Programmliste.',
        'Beurteilt wird nur dieser Server; die Rechner, an denen gearbeitet wird, sind dort anzusehen.',
      ],
      steps: {
        look: {
          text: 'Nachsehen, welche Browser da sind: Systemsteuerung > Programme > Programme und Features, Spalte Version, oder mit dem Befehl.',
        },
        update: {
          text: 'Sie aktualisieren: Edge > … > Hilfe und Feedback > Infos zu Microsoft Edge; Chrome > ⋮ > Hilfe > Über Google Chrome; Firefox > ☰ > Hilfe > Über Firefox. Der Befehl startet die Updater von Edge und Chrome ohne Fenster; Firefox wird aus sich heraus aktualisiert.',
          restarts: 'nur der Browser; wer auf diesem Server darin arbeitet, muss ihn neu öffnen',
          undo: 'eine frühere Version mit dem Firmenpaket des Herstellers installieren; eine alte Version ist wieder offen',
        },
        automatic: {
          text: 'Klären, warum es nicht von selbst geschah: eine Richtlinie, die Updates verbietet (edge://policy, chrome://policy, about:policies), ein Proxy oder eine Firewall, die den Updater nicht hinauslässt, oder eine Windows-Version, die der Hersteller nicht mehr bedient.',
        },
        remove: {
          text: 'Deinstallieren, was auf diesem Server niemand braucht: Systemsteuerung > Programme > Programme und Features > der Browser > Deinstallieren. Ein Server, an dem niemand arbeitet, braucht höchstens einen Browser.',
          restarts: 'nichts',
          undo: 'ihn vom Hersteller neu installieren',
        },
        elsewhere: {
          text: 'Dafür sorgen, dass auch die Rechner, von denen aus CRM und Web-Oberflächen geöffnet werden, ihre Browser aktualisieren.',
        },
      },
      messages: {
        modern: { one: '{{browsers, list}} ist neu genug', other: '{{browsers, list}} sind neu genug' },
        old: { one: '{{browsers, list}} ist zu alt', other: '{{browsers, list}} sind zu alt' },
        'version-not-told': {
          one: 'die Version von {{browsers, list}} ließ sich nicht feststellen',
          other: 'die Versionen von {{browsers, list}} ließen sich nicht feststellen',
        },
        none: 'weder Edge noch Chrome noch Firefox ist installiert',
      },
      evidence: {
        modern: 'Version {{version}}, verlangt {{least}} oder neuer',
        old: 'Version {{version}}, verlangt {{least}} oder neuer',
        'version-not-told': 'Version „{{version}}“',
        none: 'keiner unter den installierten Programmen',
      },
    },
  },
})
