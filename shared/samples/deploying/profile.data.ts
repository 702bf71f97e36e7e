import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Example Kitchen Wholesale',
    preparedBy: 'Riley Example',
    consultant: 'Casey Placeholder',
    erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_EKW'] },
    deployment: { phase: 'deploying', since: '2026-11-09', until: '2026-11-27' },
    syncTools: [{ name: 'ERP Driver', windowsAccount: '.\\svc_erpdriver', erpUser: 'erpdriver', sqlLogin: 'svc_erpdriver' }],
    remoteAccessUsers: ['cimdeploy'],
    nextReview: '2026-12-01',
  }
}
