import { define } from '../check.ts'

export const definition = define({
  id: 'firewall-on',
  checklist: 'layered-defence',
  severity: 'high',
  reads: ['firewall'],
  who: 'administrator',
  effort: 'an hour',
  steps: [
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: 'Get-NetFirewallProfile -PolicyStore ActiveStore | Format-Table Name, Enabled, DefaultInboundAction\nGet-NetConnectionProfile | Format-Table InterfaceAlias, NetworkCategory',
      },
    },
    { id: 'save', command: { shell: 'cmd', text: 'netsh advfirewall export "%USERPROFILE%\\firewall-before.wfw"' } },
    {
      id: 'rules',
      command: {
        shell: 'powershell',
        text: 'Get-NetTCPConnection -State Listen | Sort-Object LocalPort |\n  Format-Table LocalAddress, LocalPort, @{ Name = "Process"; Expression = { (Get-Process -Id $_.OwningProcess).ProcessName } }',
      },
    },
    {
      id: 'on',
      command: {
        shell: 'powershell',
        text: 'Set-NetFirewallProfile -Profile Domain, Private, Public -Enabled True -DefaultInboundAction Block',
      },
    },
    { id: 'policy', command: { shell: 'cmd', text: 'gpresult /scope computer /h "%USERPROFILE%\\policies.html" /f' } },
    { id: 'after' },
  ],
  references: [
    {
      title: 'Microsoft: Windows Firewall overview',
      url: 'https://learn.microsoft.com/en-us/windows/security/operating-system-security/network-security/windows-firewall/',
    },
    {
      title: 'Microsoft: Set-NetFirewallProfile',
      url: 'https://learn.microsoft.com/en-us/powershell/module/netsecurity/set-netfirewallprofile',
    },
  ],
  texts: {
    en: {
      title: 'Windows Firewall is on and blocks what no rule lets in',
      why: 'Without it every service of the ERP server, from file shares to SQL Server, can be reached by any computer that somebody has taken over in the same network.',
      judged: [
        'The three profiles Domain, Private and Public are judged.',
        'A profile that is off, or that lets everything in which no rule mentions, fails.',
        'All three on and blocking pass.',
      ],
      open: [
        'All three count, whichever is in use now: a server changes its profile by itself when the domain cannot be reached.',
        'A profile that the snapshot does not list is named beside the others and decides nothing; none listed at all needs attention.',
        'Profiles are named as PowerShell names them.',
        'Rules that let too much in are no part of this item; ways in for remote access are listed by theirs.',
        'A firewall of another maker or in front of the server does not count: Windows Firewall works beside it.',
      ],
      steps: {
        look: {
          text: 'See what is on: Windows key + R > wf.msc > overview, or with the command, which also says which profile is in use.',
        },
        save: {
          text: 'Save all rules and settings before anything is changed: wf.msc > Action > Export Policy.',
          undo: 'delete the file',
        },
        rules: {
          text: 'List what listens, and see in wf.msc > Inbound Rules that everything which other computers need has an enabled rule: the ERP server program, SQL Server (1433), file sharing, the web screens (443), backup, and your own way in. The sync tool connects outwards and needs none.',
          undo: 'disable the rules that were added',
        },
        on: {
          text: 'Switch it on in a maintenance window, at the console or from the hypervisor: wf.msc > Windows Defender Firewall with Advanced Security > Properties > for each profile Firewall state On, Inbound connections Block (default); or with the command.',
          restarts: 'nothing restarts; connections that no rule allows are refused at once, also your own by Remote Desktop',
          undo: 'netsh advfirewall import "%USERPROFILE%\\firewall-before.wfw", or for one profile Set-NetFirewallProfile -Profile NAME -Enabled False',
        },
        policy: {
          text: 'If it switches itself off again, a group policy does: look for it in the report, under Windows Defender Firewall, and change it there.',
          undo: 'put the former value of the policy back',
        },
        after: { text: 'Open the ERP and the web screens from a workstation, let one sync run through, and take a new snapshot.' },
      },
      messages: {
        on: {
          one: 'the firewall profile {{profiles, list}} is on and blocks by default',
          other: 'the firewall profiles {{profiles, list}} are on and block by default',
        },
        off: { one: 'the firewall profile {{profiles, list}} is off', other: 'the firewall profiles {{profiles, list}} are off' },
        'inbound-allowed': {
          one: 'the firewall profile {{profiles, list}} lets everything in by default',
          other: 'the firewall profiles {{profiles, list}} let everything in by default',
        },
        'not-told': {
          one: 'the state of the firewall profile {{profiles, list}} is not known',
          other: 'the state of the firewall profiles {{profiles, list}} is not known',
        },
      },
      evidence: {
        on: 'on, inbound blocked by default',
        off: 'off',
        'inbound-allowed': 'inbound allowed by default',
        'not-told': 'not listed in the snapshot',
      },
    },
    de: {
      title: 'Die Windows-Firewall ist an und blockiert, was keine Regel hereinlässt',
      why: 'Ohne sie ist jeder Dienst des ERP-Servers, von Dateifreigaben bis SQL Server, für jeden gekaperten Rechner im selben Netz erreichbar.',
      judged: [
        'Die drei Profile Domain, Private und Public werden beurteilt.',
        'Ein Profil, das aus ist oder alles hereinlässt, was keine Regel nennt, ist ein Mangel.',
        'Sind alle drei an und blockieren, ist der Punkt bestanden.',
      ],
      open: [
        'Alle drei zählen, welches auch gerade gilt: ein Server wechselt das Profil von selbst, wenn die Domäne nicht erreichbar ist.',
        'Ein Profil, das der Snapshot nicht aufführt, wird neben den anderen genannt und entscheidet nichts; ist gar keins aufgeführt, verlangt das Aufmerksamkeit.',
        'Die Profile heißen wie in PowerShell: Domain (Domäne), Private (privat), Public (öffentlich).',
        'Regeln, die zu viel hereinlassen, gehören nicht zu diesem Punkt; Wege für den Fernzugriff führt dessen Punkt auf.',
        'Eine Firewall eines anderen Herstellers oder vor dem Server zählt nicht: die Windows-Firewall arbeitet daneben.',
      ],
      steps: {
        look: {
          text: 'Nachsehen, was an ist: Windows-Taste + R > wf.msc > Übersicht, oder mit dem Befehl, der auch sagt, welches Profil gerade gilt.',
        },
        save: {
          text: 'Alle Regeln und Einstellungen sichern, bevor etwas geändert wird: wf.msc > Aktion > Richtlinie exportieren.',
          undo: 'die Datei löschen',
        },
        rules: {
          text: 'Auflisten, was lauscht, und in wf.msc > Eingehende Regeln nachsehen, dass alles, was andere Rechner brauchen, eine aktivierte Regel hat: das ERP-Serverprogramm, SQL Server (1433), Dateifreigaben, die Web-Oberflächen (443), die Sicherung und der eigene Zugang. Das Sync-Tool verbindet sich nach außen und braucht keine.',
          undo: 'die hinzugefügten Regeln deaktivieren',
        },
        on: {
          text: 'Sie in einem Wartungsfenster an der Konsole oder vom Hypervisor aus einschalten: wf.msc > Windows Defender Firewall mit erweiterter Sicherheit > Eigenschaften > für jedes Profil Firewallstatus Ein, Eingehende Verbindungen Blockieren (Standard); oder mit dem Befehl.',
          restarts: 'nichts startet neu; Verbindungen ohne Regel werden sofort abgewiesen, auch die eigene über Remotedesktop',
          undo: 'netsh advfirewall import "%USERPROFILE%\\firewall-before.wfw", oder für ein Profil Set-NetFirewallProfile -Profile NAME -Enabled False',
        },
        policy: {
          text: 'Schaltet sie sich wieder aus, tut das eine Gruppenrichtlinie: im Bericht unter Windows Defender Firewall suchen und dort ändern.',
          undo: 'den früheren Wert der Richtlinie wieder einsetzen',
        },
        after: {
          text: 'ERP und Web-Oberflächen von einem Arbeitsplatz aus öffnen, eine Synchronisierung abwarten und einen neuen Snapshot machen.',
        },
      },
      messages: {
        on: {
          one: 'das Firewall-Profil {{profiles, list}} ist an und blockiert von sich aus',
          other: 'die Firewall-Profile {{profiles, list}} sind an und blockieren von sich aus',
        },
        off: { one: 'das Firewall-Profil {{profiles, list}} ist aus', other: 'die Firewall-Profile {{profiles, list}} sind aus' },
        'inbound-allowed': {
          one: 'das Firewall-Profil {{profiles, list}} lässt von sich aus alles herein',
          other: 'die Firewall-Profile {{profiles, list}} lassen von sich aus alles herein',
        },
        'not-told': {
          one: 'der Zustand des Firewall-Profils {{profiles, list}} ist nicht bekannt',
          other: 'der Zustand der Firewall-Profile {{profiles, list}} ist nicht bekannt',
        },
      },
      evidence: {
        on: 'an, eingehend von sich aus blockiert',
        off: 'aus',
        'inbound-allowed': 'eingehend von sich aus erlaubt',
        'not-told': 'im Snapshot nicht aufgeführt',
      },
    },
  },
})
