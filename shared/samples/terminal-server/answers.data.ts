import { type Answers, answersSchemaId } from '../../formats/answers.ts'

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
      'erp-user-designated': [{ kind: 'confirmed', by: 'Drew Exemplar', at: '2026-11-19T17:14:00Z', note: 'Used by the sync tool only.' }],
    },
    credentials: [
      { login: '.\\erpdriver', kind: 'windows', grade: 'best', unique: true, changedAt: '2026-09-22T15:02:10Z', storedIn: 'keychain' },
      { login: 'erpdriver', kind: 'sql-server', grade: 'best', unique: true, changedAt: '2026-09-22T15:06:31Z', storedIn: 'keychain' },
      { login: 'erpdriver', kind: 'erp', grade: 'best', unique: true, changedAt: '2026-09-22T15:11:47Z', storedIn: 'keychain' },
    ],
  }
}
