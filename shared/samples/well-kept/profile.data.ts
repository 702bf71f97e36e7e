import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Example Industrial Supply',
    preparedBy: 'Jordan Example',
    consultant: 'Casey Placeholder',
    erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_EXA', 'MAS_EXB'] },
    deployment: { phase: 'live' },
    syncTools: [
      {
        name: 'ERP Driver',
        kind: 'erp-driver',
        service: 'WSPErpDriverSync',
        windowsAccount: '.\\svc_erpsync',
        erpUser: 'erpsync',
        sqlLogin: 'erpsync_read',
      },
    ],
    remoteAccessUsers: [],
    reviewEveryMonths: 3,
    nextReview: '2027-02-18',
  }
}
