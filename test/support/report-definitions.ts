import type { ChecklistId, CheckTexts, Definition, Template } from '#shared/checks/check.ts'

type Pair<T> = readonly [en: T, de: T]

interface Sketch {
  readonly id: string
  readonly checklist: ChecklistId
  readonly title: Pair<string>
  readonly step: Pair<string>
  readonly restarts?: Pair<string>
  readonly messages: { readonly [id: string]: Pair<Template> }
  readonly evidence?: { readonly [kind: string]: Pair<Template> }
}

const sketches: readonly Sketch[] = [
  {
    id: 'remote-user-removed',
    checklist: 'remote-access',
    title: ['The remote-access user is removed', 'Der Fernzugriffsbenutzer ist entfernt'],
    step: ['Delete the user in Computer Management.', 'Den Benutzer in der Computerverwaltung löschen.'],
    messages: { gone: ['{{names, list}} no longer exists on this server', '{{names, list}} gibt es auf diesem Server nicht mehr'] },
    evidence: { gone: ['no such local user', 'kein solcher lokaler Benutzer'] },
  },
  {
    id: 'gotoassist-removed',
    checklist: 'remote-access',
    title: ['GoToAssist is removed', 'GoToAssist ist entfernt'],
    step: [
      'Open Settings > Apps > Installed apps, choose the program and uninstall it.',
      'Einstellungen > Apps > Installierte Apps öffnen, das Programm auswählen und deinstallieren.',
    ],
    restarts: ['nothing; open support sessions end', 'nichts; offene Support-Sitzungen enden'],
    messages: {
      installed: [
        '{{names, list}} is installed and can be reached without anybody at the server',
        '{{names, list}} ist installiert und ohne eine Person am Server erreichbar',
      ],
    },
    evidence: {
      service: ['service, {{state}}, starts {{mode}}', 'Dienst, {{state}}, Start {{mode}}'],
      program: ['installed program, version {{version}}', 'installiertes Programm, Version {{version}}'],
    },
  },
  {
    id: 'other-remote-access-removed',
    checklist: 'remote-access',
    title: ['No other way in is left open', 'Kein anderer Zugang steht offen'],
    step: [
      'Decide for each tool on the list: remove it, or say why it is kept.',
      'Für jedes Werkzeug der Liste entscheiden: entfernen oder begründen, warum es bleibt.',
    ],
    messages: {
      found: [
        { one: '{{names, list}} is another way into this server', other: '{{names, list}} are other ways into this server' },
        { one: '{{names, list}} ist ein weiterer Zugang zu diesem Server', other: '{{names, list}} sind weitere Zugänge zu diesem Server' },
      ],
    },
    evidence: {
      running: ['running, unattended, reachable from any address', 'läuft, unbeaufsichtigt, von jeder Adresse erreichbar'],
      installed: ['installed, not running', 'installiert, läuft nicht'],
      remnant: ['only a folder is left: {{path}}', 'nur ein Ordner ist übrig: {{path}}'],
    },
  },
  {
    id: 'sync-user-denied-remote',
    checklist: 'remote-access',
    title: [
      'The sync tool’s Windows user cannot sign in remotely',
      'Der Windows-Benutzer des Sync-Tools kann sich nicht aus der Ferne anmelden',
    ],
    step: [
      'Add the account to “Deny log on through Remote Desktop Services” in secpol.msc.',
      'Das Konto in secpol.msc unter „Anmelden über Remotedesktopdienste verweigern“ eintragen.',
    ],
    messages: {
      allowed: [
        '{{names, list}} is not denied and its groups allow it',
        '{{names, list}} wird nicht abgewiesen und seine Gruppen erlauben die Anmeldung',
      ],
    },
    evidence: { right: ['holds {{right}} through {{group}}', 'besitzt {{right}} durch {{group}}'] },
  },
  {
    id: 'windows-user-designated',
    checklist: 'designated-users',
    title: ['The Windows user belongs to the sync tool alone', 'Der Windows-Benutzer gehört allein dem Sync-Tool'],
    step: [
      'Create a user of its own for the sync tool and let its services run as it.',
      'Dem Sync-Tool einen eigenen Benutzer geben und seine Dienste damit ausführen.',
    ],
    restarts: ['the sync tool’s services', 'die Dienste des Sync-Tools'],
    messages: { administrator: ['{{names, list}} is an administrator of this server', '{{names, list}} ist Administrator dieses Servers'] },
    evidence: { group: ['member of {{group}}', 'Mitglied von {{group}}'] },
  },
  {
    id: 'erp-user-designated',
    checklist: 'designated-users',
    title: ['The ERP user belongs to the sync tool alone', 'Der ERP-Benutzer gehört allein dem Sync-Tool'],
    step: ['Ask everybody with ERP access whether they use this login.', 'Alle mit ERP-Zugang fragen, ob sie diese Anmeldung verwenden.'],
    messages: {
      ask: ['only a person knows who else uses {{names, list}}', 'nur eine Person weiß, wer {{names, list}} sonst noch verwendet'],
    },
    evidence: { user: ['ERP user of the profile', 'ERP-Benutzer aus dem Profil'] },
  },
  {
    id: 'sql-user-designated',
    checklist: 'designated-users',
    title: ['The SQL Server login belongs to the sync tool alone', 'Die SQL-Server-Anmeldung gehört allein dem Sync-Tool'],
    step: ['Create a login of its own.', 'Eine eigene Anmeldung anlegen.'],
    messages: { fine: ['{{names, list}} holds no server role', '{{names, list}} besitzt keine Serverrolle'] },
  },
  {
    id: 'passwords-strong-unique',
    checklist: 'designated-users',
    title: [
      'Every designated login has a strong password of its own',
      'Jede eigene Anmeldung hat ein starkes, nur hier verwendetes Passwort',
    ],
    step: ['Change the password with the guided password change.', 'Das Passwort mit der geführten Änderung wechseln.'],
    messages: { good: ['the passwords of {{names, list}} are at least Good', 'die Passwörter von {{names, list}} sind mindestens Gut'] },
    evidence: {
      best: ['Best, unique, changed on {{date}}', 'Bestens, einmalig, geändert am {{date}}'],
      good: ['Good, unique, changed on {{date}}', 'Gut, einmalig, geändert am {{date}}'],
    },
  },
  {
    id: 'passwords-stored-safely',
    checklist: 'designated-users',
    title: ['The passwords are kept in a safe place', 'Die Passwörter sind sicher verwahrt'],
    step: ['Move them to the password manager of the organisation.', 'Sie in den Passwortmanager des Unternehmens übernehmen.'],
    messages: { stored: ['every password has a record in the keychain', 'jedes Passwort ist im Schlüsselbund verzeichnet'] },
  },
  {
    id: 'sql-read-only',
    checklist: 'designated-users',
    title: ['The SQL Server login can only read', 'Die SQL-Server-Anmeldung darf nur lesen'],
    step: ['Take away every role but db_datareader.', 'Jede Rolle außer db_datareader entziehen.'],
    messages: { fine: ['{{names, list}} can only read', '{{names, list}} darf nur lesen'] },
  },
  {
    id: 'sync-tool-uninstalled',
    checklist: 'unused-sync-tool',
    title: ['The sync tool is gone from servers that do not use it', 'Das Sync-Tool ist von Servern entfernt, die es nicht brauchen'],
    step: ['Uninstall the sync tool.', 'Das Sync-Tool deinstallieren.'],
    messages: { running: ['not applicable: the sync tool is in use here', 'nicht anwendbar: das Sync-Tool wird hier verwendet'] },
  },
]

function textsOf(sketch: Sketch, language: 0 | 1): CheckTexts {
  const pick = (texts: { readonly [key: string]: Pair<Template> } = {}): { [key: string]: Template } =>
    Object.fromEntries(Object.entries(texts).map(([key, both]) => [key, both[language]]))
  return {
    title: sketch.title[language],
    why: '',
    judged: [],
    open: [],
    steps: { first: { text: sketch.step[language], ...(sketch.restarts === undefined ? {} : { restarts: sketch.restarts[language] }) } },
    messages: pick(sketch.messages),
    evidence: pick(sketch.evidence),
  }
}

/** Checks with short texts for tests of reports: what the product's checks say may change without changing a golden file here. */
export const reportDefinitions: readonly Definition[] = sketches.map((sketch) => ({
  id: sketch.id,
  checklist: sketch.checklist,
  severity: 'medium',
  reads: [],
  who: 'administrator',
  effort: 'minutes',
  steps: [{ id: 'first' }],
  references: [],
  texts: { en: textsOf(sketch, 0), de: textsOf(sketch, 1) },
}))
