import { define } from '../check.ts'

export const definition = define({
  id: 'erp-user-designated',
  checklist: 'designated-users',
  severity: 'high',
  reads: [],
  manual: true,
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    { id: 'look' },
    { id: 'make-user' },
    {
      id: 'change-login',
      command: {
        shell: 'powershell',
        text: "Get-Service -Name 'WSP*'\nStop-Service -Name 'WSP*'\n# enter the user in the sync tool's window, then\nStart-Service -Name 'WSP*'",
      },
    },
    { id: 'tell' },
    { id: 'confirm' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'CIMcloud: Period-end processing (stopping the services)',
      url: 'https://help.cimcloud.com/help-center/period-end-processing/',
    },
  ],
  texts: {
    en: {
      title: 'The ERP user of the sync tool is used by the sync tool alone',
      why: 'What the sync tool writes into the ERP is only told apart from what people enter if nobody else signs in with its user, and a person who leaves takes a shared password along.',
      judged: [
        'A sync tool for the ERP whose ERP user is not named needs attention.',
        'A user called administrator, admin, sa, master, manager or supervisor fails; so does one named after the consultant or whoever prepares the checkup, as a whole or as first initial and last name.',
        'Any other user needs attention until a person confirms that nobody else signs in with it.',
      ],
      open: [
        'An ERP sync tool that was found on the server but is not in the profile counts as one whose ERP user is not named.',
        "Blanks, dots and hyphens do not count when a user is compared with a person's name: J. Doe, j.doe and jdoe are one.",
        'If the profile names only connectors and none other was found, the check does not apply.',
      ],
      steps: {
        look: {
          text: "See which ERP user the sync tool signs in with: it stands in the sync tool's own window. In Sage 100 all users are listed under Library Master > Main > User Maintenance (list button beside User Code), and who is signed in now under Library Master > Main > Master Console.",
        },
        'make-user': {
          text: 'Make a user for the sync tool alone. Sage 100: Library Master > Main > Role Maintenance, a role with just the tasks that the vendor names; then Library Master > Main > User Maintenance, a new user with this role and the production companies only, and a password that this app generates.',
          undo: 'delete the user in User Maintenance, as long as the sync tool does not use it',
        },
        'change-login': {
          text: "On an attended call with the vendor: pause the sync tool's services (names that begin with WSP), enter the new user and its password in the sync tool's window yourself, start the services, watch one sync.",
          restarts: "the sync tool's services; syncing pauses until they run again and then catches up",
          undo: "enter the former user in the sync tool's window again",
        },
        tell: { text: 'Write the user into Setup > Sync tools > ERP user.' },
        confirm: {
          text: 'Ask those who manage the ERP whether anybody or anything else signs in with it – reports, other integrations, the consultant – and answer this item. The confirmation counts for twelve months.',
        },
      },
      messages: {
        unset: {
          one: 'the ERP user of {{tools, list}} is not named',
          other: 'the ERP users of {{tools, list}} are not named',
        },
        shared: {
          one: 'the ERP user {{users, list}} is one that several people use by its nature',
          other: 'the ERP users {{users, list}} are ones that several people use by their nature',
        },
        personal: {
          one: 'the ERP user {{users, list}} is named after a person who works on this checkup',
          other: 'the ERP users {{users, list}} are named after persons who work on this checkup',
        },
        'to-confirm': {
          one: 'only a person can tell whether anybody else signs in to the ERP as {{users, list}}',
          other: 'only a person can tell whether anybody else signs in to the ERP as {{users, list}}',
        },
        'only-connectors': 'the profile names connectors only, which use no ERP user',
      },
      evidence: {
        unset: 'no ERP user in the profile',
        shared: 'ERP user in the profile; an administrative name',
        personal: "ERP user in the profile; a person's name",
        'to-confirm': 'ERP user in the profile',
      },
    },
    de: {
      title: 'Der ERP-Benutzer des Sync-Tools gehört ihm allein',
      why: 'Was das Sync-Tool ins ERP schreibt, ist von dem, was Menschen eingeben, nur zu unterscheiden, wenn sich sonst niemand mit seinem Benutzer anmeldet – und wer geht, nimmt ein geteiltes Passwort mit.',
      judged: [
        'Ein Sync-Tool für das ERP, dessen ERP-Benutzer nicht genannt ist, verlangt Aufmerksamkeit.',
        'Ein Benutzer namens administrator, admin, sa, master, manager oder supervisor ist ein Mangel; ebenso einer, der nach dem Berater oder der Person heißt, die den Checkup vorbereitet – ganz oder als Anfangsbuchstabe mit Nachname.',
        'Jeder andere verlangt Aufmerksamkeit, bis ein Mensch bestätigt, dass sich sonst niemand mit ihm anmeldet.',
      ],
      open: [
        'Ein ERP-Sync-Tool, das auf dem Server gefunden wurde, aber nicht im Profil steht, gilt als eines ohne genannten ERP-Benutzer.',
        'Leerzeichen, Punkte und Bindestriche zählen beim Vergleich mit dem Namen einer Person nicht: J. Doe, j.doe und jdoe sind dasselbe.',
        'Nennt das Profil nur Connectoren und wurde kein anderes Tool gefunden, ist die Prüfung nicht anwendbar.',
      ],
      steps: {
        look: {
          text: 'Nachsehen, mit welchem ERP-Benutzer sich das Sync-Tool anmeldet: er steht in dessen eigenem Fenster. In Sage 100 stehen alle Benutzer unter Library Master > Main > User Maintenance (Liste neben „User Code“), wer gerade angemeldet ist unter Library Master > Main > Master Console.',
        },
        'make-user': {
          text: 'Einen Benutzer für das Sync-Tool allein anlegen. Sage 100: Library Master > Main > Role Maintenance, eine Rolle mit genau den Aufgaben, die der Hersteller nennt; dann Library Master > Main > User Maintenance, ein neuer Benutzer mit dieser Rolle, nur für die produktiven Firmen, mit einem Passwort, das diese App erzeugt.',
          undo: 'den Benutzer in User Maintenance löschen, solange das Sync-Tool ihn nicht verwendet',
        },
        'change-login': {
          text: 'In einem begleiteten Gespräch mit dem Hersteller: die Dienste des Sync-Tools anhalten (Namen, die mit WSP beginnen), den neuen Benutzer und sein Passwort selbst in das Fenster des Sync-Tools eingeben, die Dienste starten, eine Synchronisierung abwarten.',
          restarts: 'die Dienste des Sync-Tools; die Synchronisierung pausiert, bis sie wieder laufen, und holt dann auf',
          undo: 'im Fenster des Sync-Tools wieder den früheren Benutzer eintragen',
        },
        tell: { text: 'Den Benutzer unter Einrichtung > Sync-Tools > ERP-Benutzer eintragen.' },
        confirm: {
          text: 'Wer das ERP verwaltet, fragen, ob sich sonst jemand oder etwas damit anmeldet – Berichte, andere Anbindungen, der Berater – und diesen Punkt beantworten. Die Bestätigung gilt zwölf Monate.',
        },
      },
      messages: {
        unset: {
          one: 'der ERP-Benutzer von {{tools, list}} ist nicht genannt',
          other: 'die ERP-Benutzer von {{tools, list}} sind nicht genannt',
        },
        shared: {
          one: 'den ERP-Benutzer {{users, list}} verwenden naturgemäß mehrere Personen',
          other: 'die ERP-Benutzer {{users, list}} verwenden naturgemäß mehrere Personen',
        },
        personal: {
          one: 'der ERP-Benutzer {{users, list}} heißt nach einer Person, die an diesem Checkup mitwirkt',
          other: 'die ERP-Benutzer {{users, list}} heißen nach Personen, die an diesem Checkup mitwirken',
        },
        'to-confirm': {
          one: 'nur ein Mensch kann sagen, ob sich sonst jemand als {{users, list}} am ERP anmeldet',
          other: 'nur ein Mensch kann sagen, ob sich sonst jemand als {{users, list}} am ERP anmeldet',
        },
        'only-connectors': 'das Profil nennt nur Connectoren, die keinen ERP-Benutzer verwenden',
      },
      evidence: {
        unset: 'kein ERP-Benutzer im Profil',
        shared: 'ERP-Benutzer im Profil; ein Verwaltername',
        personal: 'ERP-Benutzer im Profil; der Name einer Person',
        'to-confirm': 'ERP-Benutzer im Profil',
      },
    },
  },
})
