import type { ConnectProblem, ConnectProblemKind } from './connect-problem.ts'

const LINES: Readonly<Record<ConnectProblemKind, string>> = {
  'no-such-host': 'no computer of this name was found; check the name of the server',
  'port-closed': 'nothing listens on this port; check that the instance runs and that TCP/IP is on for it',
  unreachable: 'the network does not reach it; check address and firewall',
  'time-limit': 'it did not answer in time; check that the instance runs and that no firewall is in between',
  'browser-silent': 'the SQL Server Browser did not answer; name the port instead (HOST,PORT) or start the service',
  'no-such-instance': 'the SQL Server Browser knows no instance of this name; check the name',
  'not-sql-server': 'what answered is no SQL Server; check the port',
  'no-encryption': 'it refuses encrypted connections, without which no password is sent; set up encryption for it',
  'tls-too-old': 'it encrypts with nothing newer than TLS 1.1; install its updates for TLS 1.2',
  'certificate-not-trusted': 'nobody vouches for its certificate; install a certificate of your own, or decide to trust this one',
  'certificate-other-name': 'its certificate is for another name; use the name that the certificate has',
  'certificate-expired': 'its certificate is not valid today; renew it',
  'wrong-password': 'it does not know this login with this password; check both, and that it takes SQL logins',
  locked: 'the login is locked; wait, or let an administrator unlock it',
  'password-expired': 'the password of the login has expired; let an administrator set a new one',
  'must-change': 'the password of the login must be changed first; let an administrator set one that need not be',
  disabled: 'the login is disabled; use another one',
  'windows-refused': 'it does not accept this Windows account; sign in with one of its own domain',
  'database-closed': 'the default database of the login cannot be opened; bring it online or give the login another one',
  'logon-trigger': 'a logon trigger refuses this login; use another one',
  'server-error': 'it refused the sign-in',
  lost: 'the connection broke off during the sign-in; check the error log of SQL Server',
}

/** One English line for a record: what happened, what to do, and the number or code for who looks further. */
export function describeConnectProblem({ kind, number, code }: ConnectProblem): string {
  const detail = number === undefined ? code : `error ${number}`
  return detail === undefined ? LINES[kind] : `${LINES[kind]} (${detail})`
}
