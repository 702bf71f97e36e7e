import { define } from '../check.ts'

export const definition = define({
  id: 'connector-key-strong',
  checklist: 'connector-transit',
  severity: 'high',
  reads: ['connector'],
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    { id: 'look', command: { shell: 'cmd', text: String.raw`openssl pkey -in "C:\FOLDER\KEY" -noout -text_pub` } },
    { id: 'ask' },
    { id: 'set-aside', command: { shell: 'powershell', text: String.raw`Rename-Item -LiteralPath 'C:\FOLDER\KEY' -NewName 'KEY.old'` } },
    { id: 'renew', command: { shell: 'powershell', text: "Restart-Service -Name 'NAME'" } },
    { id: 'retire', command: { shell: 'powershell', text: String.raw`Remove-Item -LiteralPath 'C:\FOLDER\KEY.old'` } },
  ],
  references: [
    { title: 'Netstock: ERP Connector', url: 'https://intercom.help/netstock/en/articles/6043038-erp-connector' },
    {
      title: 'NIST SP 800-57 Part 1: Recommendation for Key Management',
      url: 'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final',
    },
    { title: 'OpenSSL: openssl-pkey', url: 'https://docs.openssl.org/master/man1/openssl-pkey/' },
  ],
  texts: {
    en: {
      title: "The connector's private key is strong",
      why: "The private key alone tells the vendor's cloud that ERP data comes from this server, so a key that can be computed lets somebody else send and fetch in your name.",
      judged: [
        'Every private key of every connector that was found is judged; public keys are not.',
        'RSA of at least 2048 bits, an elliptic curve of at least 256 bits, or Ed25519 passes.',
        'Anything weaker fails, and so does DSA of any size.',
        'A connector without a private key that could be found needs attention.',
      ],
      open: [
        'Spellings of one algorithm count alike: RSA and ssh-rsa; EC, ECDSA, P-256, prime256v1 and nistp256. A size that the name tells counts too, the smaller one where both are known.',
        'Ed448 counts as an elliptic curve; Ed25519 has one size, whatever number stands beside it.',
        'A kind of key that is not known, or a size that could not be read, as of a key locked with a passphrase, needs attention: it is neither proven weak nor strong.',
        'With several connectors each needs a private key: one without needs attention beside another that is fine.',
        'If the profile names a connector and none is found here, the item needs attention.',
        'Whether a strong key was copied elsewhere cannot be seen; who may read it is the next item.',
      ],
      steps: {
        look: {
          text: 'See the size of the key in the first line of the answer. The command prints the public half only; openssl.exe comes with Git for Windows, for one. From Windows Server 2019 on, ssh-keygen -l -f with the same path does it too. Never open, copy or send the private key itself.',
        },
        ask: {
          text: 'Ask the vendor how their connector makes a new key pair on this server: RSA 2048 or more (3072 is better), or Ed25519. It has to be the vendor’s way: their servers must get the new public key, or nothing is transferred any more.',
        },
        'set-aside': {
          text: 'When no transfer is running, set the old key file aside in the same folder, where it keeps its permissions. Do it only if the vendor’s way does not replace the file itself.',
          undo: String.raw`Rename-Item -LiteralPath 'C:\FOLDER\KEY.old' -NewName 'KEY'`,
        },
        renew: {
          text: 'Let the connector make the new key, then restart its service: Server Manager > Tools > Services > the connector’s service > Restart. Put its name in place of NAME.',
          restarts: 'the connector; a transfer that is running breaks off and starts anew',
          undo: 'rename the old key file back and restart the service; as long as the vendor keeps the old public key, it works again',
        },
        retire: {
          text: 'After the first complete transfer in both directions, ask the vendor to delete the old public key, delete the old private key, also from backups of the folder, and take a new snapshot.',
        },
      },
      messages: {
        strong: { one: 'the private key {{keys, list}} is strong', other: 'the private keys {{keys, list}} are strong' },
        weak: {
          one: 'the private key {{keys, list}} is weaker than RSA 2048, a 256-bit curve or Ed25519',
          other: 'the private keys {{keys, list}} are weaker than RSA 2048, a 256-bit curve or Ed25519',
        },
        'not-told': {
          one: 'how strong the private key {{keys, list}} is could not be told',
          other: 'how strong the private keys {{keys, list}} are could not be told',
        },
        none: 'no private key of {{products, list}} was found',
        'no-installation': 'no connector was found on this server',
      },
      evidence: {
        strong: '{{path}}: {{kind}}',
        weak: '{{path}}: {{kind}}, too weak',
        'not-told': '{{path}}: {{kind}}, kind or size not known',
        none: 'no private key under {{location}}',
        'no-installation': 'no installation found',
      },
    },
    de: {
      title: 'Der private Schlüssel des Connectors ist stark',
      why: 'Allein am privaten Schlüssel erkennt die Cloud des Herstellers, dass ERP-Daten von diesem Server kommen; lässt er sich errechnen, kann ein anderer in Ihrem Namen senden und abholen.',
      judged: [
        'Jeder private Schlüssel jedes gefundenen Connectors wird beurteilt, öffentliche Schlüssel nicht.',
        'RSA mit mindestens 2048 Bit, eine elliptische Kurve mit mindestens 256 Bit oder Ed25519 besteht.',
        'Alles Schwächere ist ein Mangel, ebenso DSA jeder Größe.',
        'Ein Connector, von dem kein privater Schlüssel zu finden war, verlangt Aufmerksamkeit.',
      ],
      open: [
        'Schreibweisen eines Verfahrens gelten gleich: RSA und ssh-rsa; EC, ECDSA, P-256, prime256v1 und nistp256. Auch eine Größe im Namen zählt, die kleinere, wo beide bekannt sind.',
        'Ed448 gilt als elliptische Kurve; Ed25519 hat nur eine Größe, welche Zahl auch danebensteht.',
        'Eine unbekannte Schlüsselart oder eine nicht lesbare Größe, etwa bei einem Schlüssel mit Kennwort, verlangt Aufmerksamkeit: weder Schwäche noch Stärke ist erwiesen.',
        'Von mehreren Connectoren braucht jeder einen privaten Schlüssel: einer ohne verlangt Aufmerksamkeit, auch neben einem einwandfreien.',
        'Nennt das Profil einen Connector und ist hier keiner zu finden, verlangt der Punkt Aufmerksamkeit.',
        'Ob ein starker Schlüssel anderswohin kopiert wurde, ist nicht zu sehen; wer ihn lesen darf, prüft der nächste Punkt.',
      ],
      steps: {
        look: {
          text: 'Die Größe des Schlüssels in der ersten Zeile der Antwort ansehen. Der Befehl zeigt nur die öffentliche Hälfte; openssl.exe kommt zum Beispiel mit Git für Windows. Ab Windows Server 2019 geht es auch mit ssh-keygen -l -f und demselben Pfad. Den privaten Schlüssel selbst nie öffnen, kopieren oder verschicken.',
        },
        ask: {
          text: 'Den Hersteller fragen, wie sein Connector auf diesem Server ein neues Schlüsselpaar erzeugt: RSA 2048 oder mehr (besser 3072) oder Ed25519. Es muss sein Weg sein: seine Server brauchen den neuen öffentlichen Schlüssel, sonst wird nichts mehr übertragen.',
        },
        'set-aside': {
          text: 'Wenn keine Übertragung läuft, die alte Schlüsseldatei im selben Ordner beiseitelegen, wo sie ihre Berechtigungen behält. Nur tun, wenn der Weg des Herstellers die Datei nicht selbst ersetzt.',
          undo: String.raw`Rename-Item -LiteralPath 'C:\FOLDER\KEY.old' -NewName 'KEY'`,
        },
        renew: {
          text: 'Den Connector den neuen Schlüssel erzeugen lassen, dann seinen Dienst neu starten: Server-Manager > Tools > Dienste > Dienst des Connectors > Neu starten. Für NAME dessen Namen einsetzen.',
          restarts: 'der Connector; eine laufende Übertragung bricht ab und beginnt von vorn',
          undo: 'die alte Schlüsseldatei zurückbenennen und den Dienst neu starten; solange der Hersteller den alten öffentlichen Schlüssel behält, gilt sie wieder',
        },
        retire: {
          text: 'Nach der ersten vollständigen Übertragung in beide Richtungen den Hersteller den alten öffentlichen Schlüssel löschen lassen, den alten privaten löschen, auch aus Sicherungen des Ordners, und einen neuen Snapshot machen.',
        },
      },
      messages: {
        strong: { one: 'der private Schlüssel {{keys, list}} ist stark', other: 'die privaten Schlüssel {{keys, list}} sind stark' },
        weak: {
          one: 'der private Schlüssel {{keys, list}} ist schwächer als RSA 2048, eine 256-Bit-Kurve oder Ed25519',
          other: 'die privaten Schlüssel {{keys, list}} sind schwächer als RSA 2048, eine 256-Bit-Kurve oder Ed25519',
        },
        'not-told': {
          one: 'wie stark der private Schlüssel {{keys, list}} ist, ließ sich nicht feststellen',
          other: 'wie stark die privaten Schlüssel {{keys, list}} sind, ließ sich nicht feststellen',
        },
        none: 'kein privater Schlüssel von {{products, list}} wurde gefunden',
        'no-installation': 'auf diesem Server wurde kein Connector gefunden',
      },
      evidence: {
        strong: '{{path}}: {{kind}}',
        weak: '{{path}}: {{kind}}, zu schwach',
        'not-told': '{{path}}: {{kind}}, Art oder Größe unbekannt',
        none: 'kein privater Schlüssel unter {{location}}',
        'no-installation': 'keine Installation gefunden',
      },
    },
  },
})
