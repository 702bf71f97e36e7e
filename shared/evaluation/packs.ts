import type { ChecklistId } from '../checks/check.ts'
import type { World } from './world.ts'

/** Whether a pack concerns this server; the three checklists always do. A pack that the profile names is wanted whatever triggers it. */
export function applies(checklist: ChecklistId, { profile, facts }: World): boolean {
  if ((profile.packs ?? []).includes(checklist)) return true
  switch (checklist) {
    case 'connector-transit':
      return profile.syncTools.some((tool) => tool.kind === 'connector') || (facts.connector?.installations.length ?? 0) > 0
    case 'layered-defence':
      return (profile.endpoints ?? []).length > 0
    default:
      return true
  }
}
