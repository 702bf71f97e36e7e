import { define } from '../check.ts'

export const definition = define({
  id: 'vpn-for-outside-access',
  checklist: 'layered-defence',
  severity: 'medium',
  reads: [],
  manual: true,
  who: 'administrator',
  effort: 'half a day',
  steps: [
    { id: 'try', command: { shell: 'powershell', text: "Test-NetConnection -ComputerName 'crm.example.com' -Port 443" } },
    { id: 'vpn' },
    { id: 'close' },
    { id: 'confirm' },
  ],
  references: [
    {
      title: 'Sage 300: Web screens getting started guide',
      url: 'https://cdn.na.sage.com/docs/en/customer/300erp/2023/open/Sage300_WebScreens_GettingStartedGuide.pdf',
    },
    {
      title: 'Sage CRM: Server security',
      url: 'https://help.sagecrm.com/on_premise/en/2023R1/Administration/Content/InstallUpgrade/SV_ServerSecurity.htm',
    },
  ],
  texts: {
    en: {
      title: 'The CRM and web screens are reached from outside through a VPN only',
      why: 'A sign-in page of the ERP that the whole internet can open is tried out by the whole internet; behind a VPN only those who belong there get to see it.',
      judged: ['It needs attention until a person has confirmed it.', 'A confirmation counts 12 calendar months.'],
      open: [
        'Where the screens cannot be reached from outside at all, that is a confirmation too.',
        'A gateway that asks for a sign-in of its own with a second factor before it shows the screens counts like a VPN.',
      ],
      steps: {
        try: {
          text: 'Open the address of the CRM or the web screens from outside without VPN, for instance on a phone with Wi-Fi switched off, or with the command on a computer outside. It should not answer.',
        },
        vpn: { text: "Set up the VPN on the company's firewall, with a second factor, and install its client for those who work outside." },
        close: {
          text: 'Remove the port forwarding or publishing of 80 and 443 to this server from the firewall once everybody uses the VPN. Leave what the sync tool sends outwards as it is.',
          restarts: 'nothing restarts; sessions from outside without VPN end',
          undo: 'put the forwarding rule back',
        },
        confirm: { text: 'Try again from outside and answer this item.' },
      },
      messages: { 'to-confirm': 'only a person can tell whether access from outside goes through a VPN' },
      evidence: { 'to-confirm': 'nothing on this server tells; a person has to look' },
    },
    de: {
      title: 'CRM und Web-Oberflächen sind von außen nur über ein VPN erreichbar',
      why: 'Eine Anmeldeseite des ERP, die das ganze Internet öffnen kann, probiert das ganze Internet aus; hinter einem VPN sieht sie nur, wer dazugehört.',
      judged: ['Der Punkt verlangt Aufmerksamkeit, bis ein Mensch ihn bestätigt hat.', 'Eine Bestätigung gilt 12 Kalendermonate.'],
      open: [
        'Sind die Oberflächen von außen gar nicht erreichbar, ist auch das eine Bestätigung.',
        'Ein Gateway, das vor den Oberflächen eine eigene Anmeldung mit zweitem Faktor verlangt, zählt wie ein VPN.',
      ],
      steps: {
        try: {
          text: 'Die Adresse von CRM oder Web-Oberfläche von außen ohne VPN öffnen, etwa am Telefon ohne WLAN, oder mit dem Befehl an einem Rechner draußen. Sie soll nicht antworten.',
        },
        vpn: {
          text: 'Das VPN auf der Firewall der Firma mit zweitem Faktor einrichten und den Client bei allen installieren, die draußen arbeiten.',
        },
        close: {
          text: 'Die Weiterleitung oder Veröffentlichung von 80 und 443 auf diesen Server aus der Firewall nehmen, sobald alle das VPN nutzen. Was das Sync-Tool nach außen sendet, bleibt, wie es ist.',
          restarts: 'nichts startet neu; Sitzungen von außen ohne VPN enden',
          undo: 'die Weiterleitungsregel wieder einsetzen',
        },
        confirm: { text: 'Noch einmal von außen probieren und diesen Punkt beantworten.' },
      },
      messages: { 'to-confirm': 'nur ein Mensch kann sagen, ob der Zugriff von außen über ein VPN läuft' },
      evidence: { 'to-confirm': 'nichts auf diesem Server sagt es; ein Mensch muss nachsehen' },
    },
  },
})
