import { define } from '../check.ts'

export const definition = define({
  id: 'certificate-healthy',
  checklist: 'layered-defence',
  severity: 'high',
  reads: ['tls-endpoints'],
  who: 'administrator',
  effort: 'an hour',
  steps: [
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: 'Get-ChildItem Cert:\\LocalMachine\\My | Sort-Object NotAfter | Format-List Subject, Issuer, NotBefore, NotAfter, HasPrivateKey, Thumbprint',
      },
    },
    { id: 'renew', command: { shell: 'cmd', text: 'certlm.msc' } },
    {
      id: 'bind',
      command: {
        shell: 'powershell',
        text: "Import-Module WebAdministration\n(Get-WebBinding -Name 'SITE' -Protocol https -Port 443).AddSslCertificate('THUMBPRINT', 'My')",
      },
    },
    { id: 'after' },
    { id: 'remember' },
  ],
  references: [
    {
      title: 'Microsoft: How to set up SSL on IIS',
      url: 'https://learn.microsoft.com/en-us/iis/manage/configuring-security/how-to-set-up-ssl-on-iis',
    },
    {
      title: 'Sage CRM: Server security',
      url: 'https://help.sagecrm.com/on_premise/en/2023R1/Administration/Content/InstallUpgrade/SV_ServerSecurity.htm',
    },
  ],
  texts: {
    en: {
      title: 'The certificates of the CRM and web screens are valid for long enough and have a strong key',
      why: 'When a certificate runs out, people learn to click warnings away, and then nobody notices somebody else who collects the passwords of CRM and ERP.',
      judged: [
        'The certificate of every address that the profile names is judged.',
        'It fails when it has expired, or when less than 14 days and less than a third of its lifetime are left.',
        'It needs attention when less than 30 days and less than a third of its lifetime are left.',
        'An RSA key under 2048 bits and an EC key under 256 bits fail.',
        'An address whose certificate was not seen is unknown; where the profile names no address the item needs attention.',
      ],
      open: [
        'The end counts from the time of the checkup, with the certificate as the snapshot has it: take a new one after a renewal. Days are 24 hours, and exactly 14 days, 30 days or a third are not less.',
        'A certificate that is not valid yet needs attention: browsers refuse it, but the cause may be a clock.',
        'Where the dates of a certificate leave no lifetime, only its end and its beginning count.',
        'Ed25519 and Ed448 pass whatever size is told. A kind of key that is neither of these nor RSA nor EC, or a key without a size, needs attention.',
        'Addresses are the same where host and port are; a path does not matter to a certificate. If several certificates were seen there, each is judged.',
        'Whether the certificate is trusted and fits the name belongs to the item on HTTPS.',
      ],
      steps: {
        look: {
          text: 'See when the certificates of this server end: Start > certlm.msc > Personal > Certificates, or with the command. Where a reverse proxy or Tomcat shows the certificate, look there.',
        },
        renew: {
          text: 'Renew it with the authority that issued it, with a new key of RSA 2048 or EC 256 bits at least: certlm.msc > Personal > Certificates > All Tasks > Request New Certificate, or IIS Manager > the server > Server Certificates > Create Certificate Request. Leave the old one where it is until the new one works.',
          undo: 'delete the new certificate in the same place; the old one stays bound',
        },
        bind: {
          text: 'Bind the new one: IIS Manager > Sites > the site > Bindings > https > Edit > SSL certificate, or the command with the name of the site and the new thumbprint.',
          restarts: 'nothing; new connections get the new certificate at once',
          undo: 'the same command with the old thumbprint',
        },
        after: { text: 'Open the address from another computer, look at the certificate in the browser, and take a new snapshot.' },
        remember: {
          text: 'Let a program renew it (ACME or the certificate services of the domain), or put a date 30 days before the end into the calendar of whoever does it.',
        },
      },
      messages: {
        healthy: {
          one: 'the certificate of {{endpoints, list}} is in order',
          other: 'the certificates of {{endpoints, list}} are in order',
        },
        'none-named': 'no address of a CRM or web screen is named: is nothing open to the web?',
        'not-seen': {
          one: 'the certificate of {{endpoints, list}} was not seen',
          other: 'the certificates of {{endpoints, list}} were not seen',
        },
        expired: {
          one: 'the certificate of {{endpoints, list}} has expired',
          other: 'the certificates of {{endpoints, list}} have expired',
        },
        'expires-soon': {
          one: 'the certificate of {{endpoints, list}} ends in less than {{days}} days',
          other: 'the certificates of {{endpoints, list}} end in less than {{days}} days',
        },
        expires: {
          one: 'the certificate of {{endpoints, list}} ends in less than {{days}} days: renew it',
          other: 'the certificates of {{endpoints, list}} end in less than {{days}} days: renew them',
        },
        'not-yet-valid': {
          one: 'the certificate of {{endpoints, list}} is not valid yet',
          other: 'the certificates of {{endpoints, list}} are not valid yet',
        },
        'weak-key': {
          one: 'the key of the certificate of {{endpoints, list}} is too short',
          other: 'the keys of the certificates of {{endpoints, list}} are too short',
        },
        'key-not-told': {
          one: 'how strong the key of the certificate of {{endpoints, list}} is could not be told',
          other: 'how strong the keys of the certificates of {{endpoints, list}} are could not be told',
        },
      },
      evidence: {
        healthy: 'valid until {{until}}',
        'none-named': 'no address in the profile',
        'not-seen': 'no certificate in the snapshot',
        expired: 'expired on {{until}}',
        'expires-soon': 'valid until {{until}}',
        expires: 'valid until {{until}}',
        'not-yet-valid': 'valid from {{from}} on',
        'weak-key': 'key {{type}}, {{bits}} bits',
        'key-not-told': 'key {{type}}, {{bits}} bits',
      },
    },
    de: {
      title: 'Die Zertifikate von CRM und Web-Oberflächen gelten lange genug und haben einen starken Schlüssel',
      why: 'Läuft ein Zertifikat ab, gewöhnen sich alle daran, Warnungen wegzuklicken, und dann fällt niemandem auf, wer sonst noch Passwörter von CRM und ERP einsammelt.',
      judged: [
        'Das Zertifikat jeder Adresse im Profil wird beurteilt.',
        'Es ist ein Mangel, wenn es abgelaufen ist oder weniger als 14 Tage und weniger als ein Drittel seiner Laufzeit übrig sind.',
        'Es verlangt Aufmerksamkeit, wenn weniger als 30 Tage und weniger als ein Drittel seiner Laufzeit übrig sind.',
        'Ein RSA-Schlüssel unter 2048 Bit und ein EC-Schlüssel unter 256 Bit sind ein Mangel.',
        'Eine Adresse, deren Zertifikat nicht gesehen wurde, ist unbekannt; nennt das Profil keine Adresse, verlangt der Punkt Aufmerksamkeit.',
      ],
      open: [
        'Das Ende bemisst sich am Zeitpunkt des Checkups, mit dem Zertifikat aus dem Snapshot: nach einer Erneuerung einen neuen machen. Tage sind 24 Stunden, und genau 14 Tage, 30 Tage oder ein Drittel sind nicht weniger.',
        'Ein Zertifikat, das noch nicht gilt, verlangt Aufmerksamkeit: Browser lehnen es ab, aber die Ursache kann eine Uhr sein.',
        'Lassen die Daten eines Zertifikats keine Laufzeit, zählen nur sein Ende und sein Beginn.',
        'Ed25519 und Ed448 bestehen, welche Größe auch genannt ist. Eine Schlüsselart, die weder dazu noch zu RSA oder EC gehört, oder ein Schlüssel ohne Größe verlangt Aufmerksamkeit.',
        'Adressen sind gleich, wenn Host und Port gleich sind; ein Pfad ist einem Zertifikat gleich. Wurden dort mehrere Zertifikate gesehen, wird jedes beurteilt.',
        'Ob das Zertifikat vertrauenswürdig ist und zum Namen passt, gehört zum Punkt über HTTPS.',
      ],
      steps: {
        look: {
          text: 'Nachsehen, wann die Zertifikate dieses Servers enden: Start > certlm.msc > Eigene Zertifikate > Zertifikate, oder mit dem Befehl. Zeigt ein Reverse-Proxy oder Tomcat das Zertifikat, dort nachsehen.',
        },
        renew: {
          text: 'Es bei der ausstellenden Stelle erneuern, mit einem neuen Schlüssel von mindestens RSA 2048 oder EC 256 Bit: certlm.msc > Eigene Zertifikate > Zertifikate > Alle Aufgaben > Neues Zertifikat anfordern, oder IIS-Manager > der Server > Serverzertifikate > Zertifikatanforderung erstellen. Das alte bleibt, wo es ist, bis das neue läuft.',
          undo: 'das neue Zertifikat an derselben Stelle löschen; das alte bleibt gebunden',
        },
        bind: {
          text: 'Das neue binden: IIS-Manager > Sites > die Site > Bindungen > https > Bearbeiten > SSL-Zertifikat, oder der Befehl mit dem Namen der Site und dem neuen Fingerabdruck.',
          restarts: 'nichts; neue Verbindungen bekommen sofort das neue Zertifikat',
          undo: 'derselbe Befehl mit dem alten Fingerabdruck',
        },
        after: {
          text: 'Die Adresse von einem anderen Rechner aus öffnen, das Zertifikat im Browser ansehen und einen neuen Snapshot machen.',
        },
        remember: {
          text: 'Ein Programm erneuern lassen (ACME oder die Zertifikatdienste der Domäne), oder einen Termin 30 Tage vor dem Ende in den Kalender dessen setzen, der es tut.',
        },
      },
      messages: {
        healthy: {
          one: 'das Zertifikat von {{endpoints, list}} ist in Ordnung',
          other: 'die Zertifikate von {{endpoints, list}} sind in Ordnung',
        },
        'none-named': 'keine Adresse eines CRM oder einer Web-Oberfläche ist genannt: ist nichts zum Web hin offen?',
        'not-seen': {
          one: 'das Zertifikat von {{endpoints, list}} wurde nicht gesehen',
          other: 'die Zertifikate von {{endpoints, list}} wurden nicht gesehen',
        },
        expired: {
          one: 'das Zertifikat von {{endpoints, list}} ist abgelaufen',
          other: 'die Zertifikate von {{endpoints, list}} sind abgelaufen',
        },
        'expires-soon': {
          one: 'das Zertifikat von {{endpoints, list}} endet in weniger als {{days}} Tagen',
          other: 'die Zertifikate von {{endpoints, list}} enden in weniger als {{days}} Tagen',
        },
        expires: {
          one: 'das Zertifikat von {{endpoints, list}} endet in weniger als {{days}} Tagen: erneuern',
          other: 'die Zertifikate von {{endpoints, list}} enden in weniger als {{days}} Tagen: erneuern',
        },
        'not-yet-valid': {
          one: 'das Zertifikat von {{endpoints, list}} gilt noch nicht',
          other: 'die Zertifikate von {{endpoints, list}} gelten noch nicht',
        },
        'weak-key': {
          one: 'der Schlüssel des Zertifikats von {{endpoints, list}} ist zu kurz',
          other: 'die Schlüssel der Zertifikate von {{endpoints, list}} sind zu kurz',
        },
        'key-not-told': {
          one: 'wie stark der Schlüssel des Zertifikats von {{endpoints, list}} ist, ließ sich nicht feststellen',
          other: 'wie stark die Schlüssel der Zertifikate von {{endpoints, list}} sind, ließ sich nicht feststellen',
        },
      },
      evidence: {
        healthy: 'gültig bis {{until}}',
        'none-named': 'keine Adresse im Profil',
        'not-seen': 'kein Zertifikat im Snapshot',
        expired: 'abgelaufen am {{until}}',
        'expires-soon': 'gültig bis {{until}}',
        expires: 'gültig bis {{until}}',
        'not-yet-valid': 'gültig ab {{from}}',
        'weak-key': 'Schlüssel {{type}}, {{bits}} Bit',
        'key-not-told': 'Schlüssel {{type}}, {{bits}} Bit',
      },
    },
  },
})
