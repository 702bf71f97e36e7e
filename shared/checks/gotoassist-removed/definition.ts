import { define } from '../check.ts'

export const definition = define({
  id: 'gotoassist-removed',
  checklist: 'remote-access',
  severity: 'high',
  reads: ['services', 'programs', 'processes', 'remote-access-files?'],
  listsSubjects: true,
  who: 'administrator',
  effort: 'minutes',
  steps: [
    { id: 'end-session' },
    {
      id: 'uninstall',
      command: {
        shell: 'powershell',
        text: String.raw`$keys = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*'
Get-ItemProperty $keys -ErrorAction SilentlyContinue |
  Where-Object DisplayName -match 'GoToAssist|(GoTo|LogMeIn) Resolve' |
  Format-List DisplayName, DisplayVersion, UninstallString`,
      },
    },
    {
      id: 'service',
      command: {
        shell: 'powershell',
        text: String.raw`$services = Get-CimInstance Win32_Service | Where-Object { $_.Name -match '^GoTo(Assist|Resolve)' -or $_.PathName -match '\\GoTo(Assist| Resolve)' }
$services | Select-Object Name, State, PathName
$services | ForEach-Object { Stop-Service $_.Name -Force; sc.exe delete $_.Name }`,
      },
    },
    {
      id: 'folders',
      command: {
        shell: 'powershell',
        text: String.raw`$places = $env:ProgramFiles, ${'$'}{env:ProgramFiles(x86)}, $env:ProgramData, "$env:SystemDrive\Users\*\AppData\Local", "$env:SystemRoot\SysWOW64\config\systemprofile\AppData\Local"
$names = 'GoToAssist*', 'GoTo Resolve*', 'Citrix\GoToAssist*', 'LogMeIn\GoToAssist*', 'LogMeInInc\GoToAssist*'
foreach ($place in $places) { foreach ($name in $names) { Get-Item (Join-Path $place $name) -Force -ErrorAction SilentlyContinue | Select-Object FullName, LastWriteTime } }`,
      },
    },
    { id: 'vendor' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'GoTo: Block or remove unattended access',
      url: 'https://support.logmeininc.com/gotoassist-remote-support/help/block-or-remove-unattended-access',
    },
  ],
  texts: {
    en: {
      title: 'The GoTo remote-support client is removed',
      why: "As long as GoTo's unattended client is installed, whoever holds the vendor's GoTo login can come onto the ERP server without anybody here noticing.",
      judged: [
        'GoToAssist (customer, unattended, Corporate) and GoTo or LogMeIn Resolve, with the small programs that an attended session loads, are looked for among services, installed programs, running processes and folders.',
        'A service or an installed program fails, and so does a running process that only an unattended product has.',
        'A running process that an attended product has too needs attention: a session seems to be open.',
        'Folders alone need attention as left-overs.',
        'A match by a name that could not be verified needs attention, never more.',
        'Nothing of them passes.',
      ],
      open: [
        'GoToAssist Customer (version 4) serves attended and unattended sessions alike: its processes alone count as a session, its service or its entry among the programs as a way in.',
        'Where one product shows in several ways, the worst of them decides and the others are shown beside it.',
        'GoToMyPC, LogMeIn and Rescue are other products and belong to the check of other remote access; GoTo Opener and GoTo Meeting let nobody in.',
      ],
      steps: {
        'end-session': {
          text: 'Let an attended session that is open come to its end first: during one, the client can be neither blocked nor removed. Then right-click the GoToAssist icon beside the clock and exit.',
        },
        uninstall: {
          text: 'Uninstall the client: Control Panel > Programs > Programs and Features (Windows key + R, appwiz.cpl) > GoToAssist Customer, GoToAssist Remote Support Unattended or GoTo Resolve Unattended > Uninstall. There may be several, one for each company that set one up. The command lists them.',
          restarts: 'nothing; neither Windows nor the sync tool restarts',
          undo: "install it again with the vendor's installation file; nobody can turn it on from afar",
        },
        service: {
          text: 'A service can outlive its program. See Server Manager > Tools > Services; one that is still there goes with the command, which lists what it finds, stops it and deletes its registration.',
          restarts: 'only the service of the GoTo client',
          undo: "install it again with the vendor's installation file",
        },
        folders: {
          text: 'Left-over folders go last. The command lists them; look at them and delete them in Explorer. Those under AppData are traces of past attended sessions.',
          undo: 'the Recycle Bin, until it is emptied',
        },
        vendor: {
          text: 'Ask the vendor to take this server off the list of unattended machines in its GoTo account too. When help is needed, an attended session, started by you on a call, is enough.',
        },
      },
      messages: {
        installed: {
          one: '{{tools, list}} is installed: a technician can come in with nobody at the server',
          other: '{{tools, list}} are installed: a technician can come in with nobody at the server',
        },
        running: {
          one: '{{tools, list}} is running: a technician can come in with nobody at the server',
          other: '{{tools, list}} are running: a technician can come in with nobody at the server',
        },
        session: {
          one: 'a session of {{tools, list}} seems to be open: finish this item after it has ended',
          other: 'sessions of {{tools, list}} seem to be open: finish this item after they have ended',
        },
        remnant: {
          one: 'only left-over folders of {{tools, list}} are there',
          other: 'only left-over folders of {{tools, list}} are there',
        },
        'not-verified': {
          one: '{{tools, list}} seems to be there, but its name is not verified: please look',
          other: '{{tools, list}} seem to be there, but their names are not verified: please look',
        },
        removed: 'nothing of GoToAssist or GoTo Resolve is on this server',
      },
      evidence: {
        service: 'service {{name}}',
        program: 'installed program {{name}}',
        process: 'running process {{name}}',
        folder: 'folder {{name}}',
      },
    },
    de: {
      title: 'Der GoTo-Fernwartungsclient ist entfernt',
      why: 'Solange der unbeaufsichtigte Client von GoTo installiert ist, kommt jeder, der das GoTo-Konto des Herstellers hat, auf den ERP-Server, ohne dass es hier jemand merkt.',
      judged: [
        'GoToAssist (Customer, Unattended, Corporate) und GoTo oder LogMeIn Resolve werden samt den kleinen Programmen, die eine begleitete Sitzung lädt, unter Diensten, installierten Programmen, laufenden Prozessen und Ordnern gesucht.',
        'Ein Dienst oder ein installiertes Programm ist ein Mangel, ebenso ein laufender Prozess, den nur ein unbeaufsichtigtes Produkt hat.',
        'Ein laufender Prozess, den auch ein begleitetes Produkt hat, verlangt Aufmerksamkeit: eine Sitzung scheint offen zu sein.',
        'Ordner allein verlangen als Überbleibsel Aufmerksamkeit.',
        'Ein Treffer über einen nicht überprüften Namen verlangt Aufmerksamkeit, nie mehr.',
        'Findet sich nichts davon, ist die Prüfung bestanden.',
      ],
      open: [
        'GoToAssist Customer (Version 4) dient begleiteten und unbeaufsichtigten Sitzungen: seine Prozesse allein gelten als Sitzung, sein Dienst oder sein Eintrag unter den Programmen als Zugang.',
        'Zeigt sich ein Produkt auf mehrere Arten, entscheidet die schwerste; die anderen werden daneben gezeigt.',
        'GoToMyPC, LogMeIn und Rescue sind andere Produkte und gehören zur Prüfung der übrigen Fernzugriffe; GoTo Opener und GoTo Meeting lassen niemanden herein.',
      ],
      steps: {
        'end-session': {
          text: 'Eine offene begleitete Sitzung erst zu Ende gehen lassen: währenddessen lässt sich der Client weder sperren noch entfernen. Dann das GoToAssist-Symbol neben der Uhr mit der rechten Maustaste anklicken und beenden.',
        },
        uninstall: {
          text: 'Den Client deinstallieren: Systemsteuerung > Programme > Programme und Features (Windows-Taste + R, appwiz.cpl) > GoToAssist Customer, GoToAssist Remote Support Unattended oder GoTo Resolve Unattended > Deinstallieren. Es können mehrere sein, einer je Firma, die einen eingerichtet hat. Der Befehl listet sie auf.',
          restarts: 'nichts; weder Windows noch das Sync-Tool startet neu',
          undo: 'mit der Installationsdatei des Herstellers neu installieren; aus der Ferne kann ihn niemand einschalten',
        },
        service: {
          text: 'Ein Dienst kann sein Programm überleben. Unter Server-Manager > Tools > Dienste nachsehen; was noch da ist, entfernt der Befehl: er listet auf, was er findet, hält es an und löscht die Registrierung.',
          restarts: 'nur der Dienst des GoTo-Clients',
          undo: 'mit der Installationsdatei des Herstellers neu installieren',
        },
        folders: {
          text: 'Zuletzt die übrig gebliebenen Ordner. Der Befehl listet sie auf; ansehen und im Explorer löschen. Die unter AppData sind Spuren früherer begleiteter Sitzungen.',
          undo: 'der Papierkorb, bis er geleert wird',
        },
        vendor: {
          text: 'Den Hersteller bitten, diesen Server auch in seinem GoTo-Konto aus der Liste der unbeaufsichtigten Rechner zu nehmen. Wird Hilfe gebraucht, genügt eine begleitete Sitzung, hier bei einem Anruf gestartet.',
        },
      },
      messages: {
        installed: {
          one: '{{tools, list}} ist installiert: ein Techniker kommt herein, ohne dass jemand am Server sitzt',
          other: '{{tools, list}} sind installiert: ein Techniker kommt herein, ohne dass jemand am Server sitzt',
        },
        running: {
          one: '{{tools, list}} läuft: ein Techniker kommt herein, ohne dass jemand am Server sitzt',
          other: '{{tools, list}} laufen: ein Techniker kommt herein, ohne dass jemand am Server sitzt',
        },
        session: {
          one: 'eine Sitzung von {{tools, list}} scheint offen zu sein: hier weitermachen, wenn sie beendet ist',
          other: 'Sitzungen von {{tools, list}} scheinen offen zu sein: hier weitermachen, wenn sie beendet sind',
        },
        remnant: {
          one: 'von {{tools, list}} sind nur noch Ordner übrig',
          other: 'von {{tools, list}} sind nur noch Ordner übrig',
        },
        'not-verified': {
          one: '{{tools, list}} scheint vorhanden zu sein, doch der Name ist nicht überprüft: bitte nachsehen',
          other: '{{tools, list}} scheinen vorhanden zu sein, doch die Namen sind nicht überprüft: bitte nachsehen',
        },
        removed: 'auf diesem Server ist nichts von GoToAssist oder GoTo Resolve',
      },
      evidence: {
        service: 'Dienst {{name}}',
        program: 'installiertes Programm {{name}}',
        process: 'laufender Prozess {{name}}',
        folder: 'Ordner {{name}}',
      },
    },
  },
})
