import { type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          kind: 'kept',
          by: 'Morgan Sample',
          at: '2026-11-10T13:40:00Z',
          note: 'Our own administration until the server is switched off.',
          subjects: ['rdp', 'winrm'],
        },
      ],
      'erp-user-designated': [
        {
          kind: 'not-applicable',
          by: 'Morgan Sample',
          at: '2026-11-10T13:42:00Z',
          note: 'The ERP user was deleted here when the ERP moved; the new server has its own.',
        },
      ],
    },
    credentials: [
      { login: '.\\erpdriver', kind: 'windows', grade: 'best', unique: true, changedAt: '2026-01-20T09:00:00Z', storedIn: 'keychain' },
      { login: 'erpdriver_ro', kind: 'sql-server', grade: 'best', unique: true, changedAt: '2026-01-20T09:06:00Z', storedIn: 'keychain' },
    ],
  }
}
