import { type Profile, profileSchemaId } from '../../formats/profile.ts'

export function profile(): Profile {
  return {
    schema: profileSchemaId,
    organization: 'Specimen Marine Hardware',
    preparedBy: 'Sam Specimen',
    erp: { product: 'sage-300', database: 'sql-server', companyDatabases: ['SMHDAT'] },
    deployment: { phase: 'live' },
    syncTools: [
      {
        name: 'Inventory Advisor Connector',
        kind: 'connector',
        service: 'InventoryAdvisorConnector',
        windowsAccount: '.\\svc_forecast',
        sqlLogin: 'forecast_read',
      },
    ],
    remoteAccessUsers: [],
    reviewEveryMonths: 6,
    nextReview: '2027-05-20',
  }
}
