import { type Check, type ChecklistId, pair } from './check.ts'
import { definition as erpUserDesignated } from './erp-user-designated/definition.ts'
import { rule as erpUserDesignatedRule } from './erp-user-designated/rule.ts'
import { definition as gotoassistRemoved } from './gotoassist-removed/definition.ts'
import { rule as gotoassistRemovedRule } from './gotoassist-removed/rule.ts'
import { definition as otherRemoteAccessRemoved } from './other-remote-access-removed/definition.ts'
import { rule as otherRemoteAccessRemovedRule } from './other-remote-access-removed/rule.ts'
import { definition as passwordsStoredSafely } from './passwords-stored-safely/definition.ts'
import { rule as passwordsStoredSafelyRule } from './passwords-stored-safely/rule.ts'
import { definition as passwordsStrongUnique } from './passwords-strong-unique/definition.ts'
import { rule as passwordsStrongUniqueRule } from './passwords-strong-unique/rule.ts'
import { definition as remoteUserRemoved } from './remote-user-removed/definition.ts'
import { rule as remoteUserRemovedRule } from './remote-user-removed/rule.ts'
import { definition as sqlReadOnly } from './sql-read-only/definition.ts'
import { rule as sqlReadOnlyRule } from './sql-read-only/rule.ts'
import { definition as sqlUserDesignated } from './sql-user-designated/definition.ts'
import { rule as sqlUserDesignatedRule } from './sql-user-designated/rule.ts'
import { definition as syncToolUninstalled } from './sync-tool-uninstalled/definition.ts'
import { rule as syncToolUninstalledRule } from './sync-tool-uninstalled/rule.ts'
import { definition as syncUserDeniedRemote } from './sync-user-denied-remote/definition.ts'
import { rule as syncUserDeniedRemoteRule } from './sync-user-denied-remote/rule.ts'
import { definition as windowsUserDesignated } from './windows-user-designated/definition.ts'
import { rule as windowsUserDesignatedRule } from './windows-user-designated/rule.ts'

export interface Checklist {
  readonly id: ChecklistId
  readonly texts: { readonly [Language in 'en' | 'de']: { readonly title: string; readonly introduction: string } }
}

/** Checklists and packs in the order in which a person works through them. */
export const checklists: readonly Checklist[] = [
  {
    id: 'remote-access',
    texts: {
      en: {
        title: 'Remove remote access',
        introduction:
          'The vendor runs and supports the sync tool without a standing way into this server. Close the ways that were opened to install it.',
      },
      de: {
        title: 'Fernzugriff entfernen',
        introduction:
          'Der Hersteller betreibt und betreut das Sync-Tool ohne dauerhaften Zugang zu diesem Server. Die Zugänge schließen, die für die Installation geöffnet wurden.',
      },
    },
  },
  {
    id: 'designated-users',
    texts: {
      en: {
        title: 'Designated users and strong, unique passwords',
        introduction:
          'The sync tool signs in to Windows, the ERP and SQL Server with users that nobody else uses, each with a random password of its own.',
      },
      de: {
        title: 'Eigene Benutzer und starke, einmalige Passwörter',
        introduction:
          'Das Sync-Tool meldet sich an Windows, dem ERP und SQL Server mit Benutzern an, die sonst niemand verwendet, jeder mit einem eigenen zufälligen Passwort.',
      },
    },
  },
  {
    id: 'unused-sync-tool',
    texts: {
      en: {
        title: 'Uninstall the sync tool where it is not in use',
        introduction: 'After a move to another server the old installation is of no use to anybody but an intruder.',
      },
      de: {
        title: 'Das Sync-Tool deinstallieren, wo es nicht gebraucht wird',
        introduction: 'Nach einem Umzug auf einen anderen Server nützt die alte Installation nur noch einem Eindringling.',
      },
    },
  },
]

/** The one list of checks, in the order of the checklists. */
export const checks: readonly Check[] = [
  pair(remoteUserRemoved, remoteUserRemovedRule),
  pair(gotoassistRemoved, gotoassistRemovedRule),
  pair(otherRemoteAccessRemoved, otherRemoteAccessRemovedRule),
  pair(syncUserDeniedRemote, syncUserDeniedRemoteRule),
  pair(windowsUserDesignated, windowsUserDesignatedRule),
  pair(erpUserDesignated, erpUserDesignatedRule),
  pair(sqlUserDesignated, sqlUserDesignatedRule),
  pair(passwordsStrongUnique, passwordsStrongUniqueRule),
  pair(passwordsStoredSafely, passwordsStoredSafelyRule),
  pair(sqlReadOnly, sqlReadOnlyRule),
  pair(syncToolUninstalled, syncToolUninstalledRule),
]
