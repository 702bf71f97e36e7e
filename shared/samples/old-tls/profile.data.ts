import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Exemplar Pump Works',
    preparedBy: 'Kim Exemplar',
    erp: { product: 'sage-300', database: 'sql-server', companyDatabases: ['EPWDAT'] },
    deployment: { phase: 'live' },
    syncTools: [{ name: 'ERP Driver', windowsAccount: '.\\svc_erpdriver', erpUser: 'ERPSYNC', sqlLogin: 'erpdriver_read' }],
    remoteAccessUsers: [],
    endpoints: ['https://crm.example.org/crm', 'https://erp.example.org/Sage300', 'https://shop.example.org'],
    reviewEveryMonths: 3,
    nextReview: '2026-10-30',
  }
}
