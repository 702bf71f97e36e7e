import { type Answers, answersSchemaId } from '../../formats/answers.ts'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'erp-user-designated': [
        { kind: 'confirmed', by: 'Alex Example', at: '2026-08-20T09:10:00Z', note: 'webstore is used by the sync tool only.' },
      ],
    },
    credentials: [
      { login: '.\\erpdriver', kind: 'windows', grade: 'good', unique: true, changedAt: '2026-08-20T08:31:12Z', storedIn: 'keychain' },
      { login: 'webstore_read', kind: 'sql-server', grade: 'best', unique: true, changedAt: '2026-08-20T08:36:40Z', storedIn: 'keychain' },
      { login: 'webstore', kind: 'erp', grade: 'good', unique: true, changedAt: '2026-08-20T08:41:05Z', storedIn: 'keychain' },
    ],
  }
}
