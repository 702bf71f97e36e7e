import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Exemplar Safety Gear',
    preparedBy: 'Drew Exemplar',
    erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_ESG'] },
    deployment: { phase: 'live' },
    syncTools: [{ name: 'ERP Driver', windowsAccount: '.\\erpdriver', erpUser: 'erpdriver', sqlLogin: 'erpdriver' }],
    remoteAccessUsers: [],
    reviewEveryMonths: 3,
    nextReview: '2027-02-19',
  }
}
