import { define } from '../check.ts'

export const definition = define({
  id: 'incident-plan',
  checklist: 'layered-defence',
  severity: 'medium',
  reads: [],
  manual: true,
  who: 'administrator-and-vendor',
  effort: 'half a day',
  steps: [
    { id: 'write' },
    { id: 'contain', command: { shell: 'powershell', text: "Get-Service -Name 'WSP*' | Stop-Service" } },
    { id: 'rehearse' },
    { id: 'confirm' },
  ],
  references: [
    {
      title: 'Sage CRM: An overview of system security',
      url: 'https://www.sagecity.com/sage-global-solutions/sage-crm/b/sage-crm-hints-tips-and-tricks/posts/an-overview-of-system-security',
    },
  ],
  texts: {
    en: {
      title: 'A plan for security incidents is written and known',
      why: 'When the ERP is attacked the first hour decides how much is lost, and nobody has time then to look up whom to call and what to disconnect.',
      judged: ['It needs attention until a person has confirmed it.', 'A confirmation counts 12 calendar months.'],
      open: ['A plan for the whole company counts if it names this server and the sync tool.'],
      steps: {
        write: {
          text: 'Write on two pages how an incident is noticed, contained and recovered from: who decides, whom to call (IT, consultant, vendor, insurer, police, data protection), with numbers that work without the server.',
        },
        contain: {
          text: 'Put the first moves into it, such as stopping the sync tool with the command, taking the server off the network without switching it off, and changing its passwords.',
          restarts: "the sync tool's services stand still until they are started again; try it in a maintenance window only",
          undo: "Get-Service -Name 'WSP*' | Start-Service",
        },
        rehearse: { text: 'Restore a backup of ERP and CRM for practice, and go through the plan with all who are named in it.' },
        confirm: { text: 'Keep a printed copy, and answer this item.' },
      },
      messages: { 'to-confirm': 'only a person can tell whether there is a plan for security incidents' },
      evidence: { 'to-confirm': 'nothing on this server tells; a person has to look' },
    },
    de: {
      title: 'Ein Plan für Sicherheitsvorfälle ist geschrieben und bekannt',
      why: 'Wird das ERP angegriffen, entscheidet die erste Stunde über den Schaden, und dann hat niemand Zeit nachzuschlagen, wen man anruft und was man trennt.',
      judged: ['Der Punkt verlangt Aufmerksamkeit, bis ein Mensch ihn bestätigt hat.', 'Eine Bestätigung gilt 12 Kalendermonate.'],
      open: ['Ein Plan für die ganze Firma zählt, wenn er diesen Server und das Sync-Tool nennt.'],
      steps: {
        write: {
          text: 'Auf zwei Seiten festhalten, wie ein Vorfall erkannt, eingedämmt und behoben wird: wer entscheidet, wen man anruft (IT, Berater, Hersteller, Versicherung, Polizei, Datenschutz), mit Nummern, die ohne den Server erreichbar sind.',
        },
        contain: {
          text: 'Die ersten Handgriffe hineinschreiben, etwa das Sync-Tool mit dem Befehl anhalten, den Server vom Netz nehmen, ohne ihn auszuschalten, und seine Passwörter ändern.',
          restarts: 'die Dienste des Sync-Tools stehen, bis sie wieder gestartet werden; nur im Wartungsfenster erproben',
          undo: "Get-Service -Name 'WSP*' | Start-Service",
        },
        rehearse: { text: 'Eine Sicherung von ERP und CRM zur Übung zurückspielen und den Plan mit allen durchgehen, die darin stehen.' },
        confirm: { text: 'Eine gedruckte Fassung aufbewahren und diesen Punkt beantworten.' },
      },
      messages: { 'to-confirm': 'nur ein Mensch kann sagen, ob es einen Plan für Sicherheitsvorfälle gibt' },
      evidence: { 'to-confirm': 'nichts auf diesem Server sagt es; ein Mensch muss nachsehen' },
    },
  },
})
