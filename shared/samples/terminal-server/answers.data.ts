import { type Answer, type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          kind: 'kept',
          by: 'Drew Exemplar',
          at: '2026-11-19T17:10:00Z',
          note: 'Remote Desktop is what this server is for, behind the gateway; the agent belongs to our service provider under contract.',
          subjects: ['rdp', 'winrm', 'ninjaone'],
        },
      ],
      'erp-user-designated': [confirmed('2026-11-19T17:14:00Z', 'Used by the sync tool only.')],
      'crm-security-profiles': [confirmed('2026-11-19T17:20:00Z', 'Profiles by department, reviewed with the department heads in October.')],
      'crm-up-to-date': [confirmed('2026-03-05T10:00:00Z', 'Updated to the spring release.')],
      'vpn-for-outside-access': [confirmed('2026-11-19T17:22:00Z', 'Outside the office only over the VPN with a second factor.')],
      'incident-plan': [confirmed('2026-08-12T09:00:00Z', 'Plan of the service provider, rehearsed in August.')],
    },
    credentials: [
      { login: '.\\erpdriver', kind: 'windows', grade: 'best', unique: true, changedAt: '2026-09-22T15:02:10Z', storedIn: 'keychain' },
      { login: 'erpdriver', kind: 'sql-server', grade: 'best', unique: true, changedAt: '2026-09-22T15:06:31Z', storedIn: 'keychain' },
      { login: 'erpdriver', kind: 'erp', grade: 'best', unique: true, changedAt: '2026-09-22T15:11:47Z', storedIn: 'keychain' },
    ],
    extracts: [{ directory: 'D:\\SIA\\extracts\\2026-11-18', at: '2026-11-19T06:15:00Z', intact: true, mismatches: [] }],
  }
}

function confirmed(at: string, note: string): Answer {
  return { kind: 'confirmed', by: 'Drew Exemplar', at, note }
}
