/** Member and role of a membership, as the catalogue numbers them. */
export interface RoleMembership {
  readonly role: number
  readonly member: number
}

/**
 * Roles of a principal, those of its roles included; each once, in the order in which they are reached.
 *
 * SQL Server forbids a role inside of itself, but a list that was read while somebody changed it may hold a circle.
 */
export function createRoleReach(memberships: readonly RoleMembership[]): (principal: number) => readonly number[] {
  const rolesOf = new Map<number, number[]>()
  for (const { role, member } of memberships) {
    const roles = rolesOf.get(member)
    if (roles === undefined) rolesOf.set(member, [role])
    else roles.push(role)
  }
  return (principal) => {
    const reached = new Set<number>()
    const queue = [...(rolesOf.get(principal) ?? [])]
    for (let role = queue.shift(); role !== undefined; role = queue.shift()) {
      if (reached.has(role)) continue
      reached.add(role)
      queue.push(...(rolesOf.get(role) ?? []))
    }
    return [...reached]
  }
}
