/** English texts; the keys are those of the German ones too. */
export const textsEn = {
  title: 'The CRM and web screens are reached by HTTPS only',
  why: 'Without sound encryption whoever sits on the line reads the passwords and the ERP data of everybody who signs in to the CRM or web screens.',
  judged: [
    'Every address that the profile names must answer with TLS 1.2 or later, with a certificate that is trusted and issued for its name.',
    'It must accept no TLS 1.0 or 1.1, and its plain HTTP must be closed or redirect to HTTPS.',
    'An address that is not in the snapshot, does not answer, or whose plain HTTP could not be tried is unknown.',
    'Everything else fails, address by address.',
    'Where the profile names no address the item needs attention, until a person answers that nothing is open to the web.',
  ],
  open: [
    'Addresses are the same where scheme, host and port are: case, a port that goes without saying and a slash at the end do not count. Each path that the profile names is listed on its own.',
    'What was seen under another path of the same host and port counts for encryption and certificate; for plain HTTP only a closed port does, because a redirect may hold for one path alone.',
    'An address without a scheme, or with http:// on port 80, stands for the https:// address of that host; with http:// on another port it stands for itself.',
    'Where an address has several gaps each is listed, and a gap that was seen fails also where the address did not answer by HTTPS: plain HTTP that serves the screens beside a closed 443 is a gap.',
    'An address that answers without agreeing on TLS or without showing a certificate fails, and so does a protocol whose name says neither TLS 1.2 nor a later one.',
    'SSL 2 and SSL 3 count like TLS 1.0.',
    'The dates and the key of the certificate belong to another item; whether HSTS is on does not count.',
    'The snapshot sees the address from this server. What a reverse proxy or firewall shows to the outside may differ.',
  ],
  steps: {
    name: {
      text: 'Enter every address under which people open the CRM or web screens in Setup > Web screens, with the name that they type. If there is none, answer this item “not applicable”.',
      undo: 'delete the address there',
    },
    look: {
      text: 'See what the web server offers: Server Manager > Tools > Internet Information Services (IIS) Manager > Sites > the site > Bindings, or with the command. Where Tomcat or a reverse proxy takes the connections, look at its configuration instead.',
    },
    certificate: {
      text: 'Get a certificate for that name from an authority that the browsers trust, import it in IIS Manager > the server > Server Certificates, and add it to the site: Bindings > Add > https, 443, host name, certificate. In the command put in the name of the site, the host and the thumbprint.',
      restarts: 'nothing; the new binding works at once',
      undo: "Remove-WebBinding -Name 'SITE' -Protocol https -Port 443 -HostHeader 'crm.example.com'",
    },
    redirect: {
      text: 'Send plain HTTP to HTTPS once HTTPS works. From Windows Server 2019: IIS Manager > Sites > the site > HSTS > Enable and Redirect Http to Https, or the command. On Windows Server 2016: the module URL Rewrite with a rule on the pattern (.*), condition {HTTPS} is off, action Redirect (301) to https://{HTTP_HOST}/{R:1}. Both lead to port 443. Before, make sure that no program still calls the http address.',
      restarts:
        'IIS starts the site anew; people may have to sign in to the CRM again. Browsers stay with HTTPS for a day (max-age 86400 seconds)',
      undo: 'the same command with hsts.enabled:False and hsts.redirectHttpToHttps:False, or switch the rule off in URL Rewrite',
    },
    protocols: {
      text: 'Refuse TLS 1.0 and 1.1 with the command. It concerns everything on this server that uses encryption by Windows, SQL Server too: see first that ERP workstations, ODBC drivers and the sync tool can use TLS 1.2. Tomcat has its own setting, sslEnabledProtocols="TLSv1.2,TLSv1.3" in server.xml.',
      restarts: 'it takes hold after the server has restarted',
      undo: 'Remove-ItemProperty with the same keys and -Name Enabled, DisabledByDefault, then restart; where the values stood there before, put these back instead',
    },
    restart: {
      text: 'Restart the server in a maintenance window.',
      restarts: 'the whole server with ERP, CRM, SQL Server and sync tool',
    },
    after: {
      text: 'Open the addresses from another computer, once with http:// and once with https://, try the ERP, let one sync run through, and take a new snapshot.',
    },
  },
  messages: {
    encrypted: {
      one: '{{endpoints, list}} is reached by HTTPS only',
      other: '{{endpoints, list}} are reached by HTTPS only',
    },
    'none-named': 'no address of a CRM or web screen is named: is nothing open to the web?',
    'not-in-facts': {
      one: '{{endpoints, list}} is not in the snapshot: take a new one',
      other: '{{endpoints, list}} are not in the snapshot: take a new one',
    },
    unreachable: { one: '{{endpoints, list}} did not answer', other: '{{endpoints, list}} did not answer' },
    'plain-http-not-told': 'what plain HTTP of {{endpoints, list}} does is not known',
    'plain-http': { one: '{{endpoints, list}} is served by plain HTTP', other: '{{endpoints, list}} are served by plain HTTP' },
    'no-tls': { one: '{{endpoints, list}} answers without TLS', other: '{{endpoints, list}} answer without TLS' },
    'old-protocol': {
      one: '{{endpoints, list}} uses a protocol older than TLS 1.2',
      other: '{{endpoints, list}} use a protocol older than TLS 1.2',
    },
    'legacy-accepted': {
      one: '{{endpoints, list}} still accepts protocols older than TLS 1.2',
      other: '{{endpoints, list}} still accept protocols older than TLS 1.2',
    },
    'no-certificate': { one: '{{endpoints, list}} shows no certificate', other: '{{endpoints, list}} show no certificate' },
    untrusted: {
      one: 'the certificate of {{endpoints, list}} is not trusted',
      other: 'the certificates of {{endpoints, list}} are not trusted',
    },
    'wrong-name': {
      one: 'the certificate of {{endpoints, list}} is issued for another name',
      other: 'the certificates of {{endpoints, list}} are issued for other names',
    },
  },
  evidence: {
    encrypted: '{{protocol}}, certificate from {{issuer}}',
    'none-named': 'no address in the profile',
    'not-in-facts': 'named in the profile, not in the snapshot',
    unreachable: 'no answer by HTTPS',
    error: 'error: {{error}}',
    'plain-http-not-told': 'plain HTTP not tried under this address',
    'plain-http': 'plain HTTP serves pages and does not redirect',
    'no-tls': 'no TLS agreed on',
    'old-protocol': 'protocol {{protocol}}',
    'legacy-accepted': 'accepts {{protocols, list}}',
    'no-certificate': 'no certificate shown',
    untrusted: 'certificate from {{issuer}}, which is not trusted',
    'wrong-name': 'certificate for {{name}}',
  },
}
