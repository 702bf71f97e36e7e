import { type Answers, answersSchemaId } from '../../formats/answers.ts'

const outbox = 'D:\\Inventory Advisor Connector\\outbox'

export function answers(): Answers {
  return {
    schema: answersSchemaId,
    answers: {
      'other-remote-access-removed': [
        {
          kind: 'kept',
          by: 'Sam Specimen',
          at: '2026-11-20T15:20:00Z',
          note: 'Purchasing and the warehouse work on this server over Remote Desktop; remote management is open to the office network only.',
          subjects: ['rdp', 'winrm'],
        },
      ],
      'connector-key-strong': [
        {
          kind: 'accepted-risk',
          by: 'Sam Specimen',
          at: '2026-11-20T15:26:00Z',
          note: 'The vendor exchanges the pair for the transfer together with us on 17 December.',
          until: '2026-12-18',
        },
      ],
    },
    credentials: [
      { login: '.\\svc_forecast', kind: 'windows', grade: 'best', unique: true, changedAt: '2026-06-11T12:31:00Z', storedIn: 'keychain' },
      { login: 'forecast_read', kind: 'sql-server', grade: 'good', unique: true, changedAt: '2026-06-11T12:40:00Z', storedIn: 'keychain' },
    ],
    extracts: [
      { directory: `${outbox}\\2026-08-24`, at: '2026-08-24T07:12:09Z', intact: true, mismatches: [] },
      {
        directory: `${outbox}\\2026-10-06`,
        at: '2026-10-06T07:09:51Z',
        intact: false,
        mismatches: ['sales_history.csv.bz2', 'stock_levels.csv.bz2'],
      },
    ],
  }
}
