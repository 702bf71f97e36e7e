import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Sample Bearings and Belts',
    preparedBy: 'Morgan Sample',
    erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_SBB'] },
    deployment: { phase: 'moved-away' },
    syncTools: [{ name: 'ERP Driver', windowsAccount: '.\\erpdriver', sqlLogin: 'erpdriver_ro' }],
    remoteAccessUsers: [],
    nextReview: '2027-02-10',
  }
}
