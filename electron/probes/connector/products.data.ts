/** A connector that is recognised without being named in the profile. */
export interface ConnectorProduct {
  readonly product: string
  /** a program or service belongs to it whose name or display name contains one of these, without case */
  readonly nameParts: readonly string[]
  /** addresses of the vendor that it has to reach; empty where the vendor publishes none */
  readonly hosts: readonly string[]
}

/**
 * Products with a published description of their connector (Sage Inventory Advisor "ERP Connector", NETSTOCK "ERP Connector").
 *
 * Neither names its service, its folder or the host names of its servers: the servers are learned from the connector's own list of
 * known hosts.
 */
export const connectorProducts: readonly ConnectorProduct[] = [
  { product: 'Sage Inventory Advisor', nameParts: ['inventory advisor'], hosts: [] },
  { product: 'NETSTOCK', nameParts: ['netstock'], hosts: [] },
]
