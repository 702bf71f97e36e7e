import { definition as antivirusCurrent } from './antivirus-current/definition.ts'
import { rule as antivirusCurrentRule } from './antivirus-current/rule.ts'
import { definition as browsersModern } from './browsers-modern/definition.ts'
import { rule as browsersModernRule } from './browsers-modern/rule.ts'
import { definition as certificateHealthy } from './certificate-healthy/definition.ts'
import { rule as certificateHealthyRule } from './certificate-healthy/rule.ts'
import { type Check, type ChecklistId, pair } from './check.ts'
import { definition as connectorExtractsIntact } from './connector-extracts-intact/definition.ts'
import { rule as connectorExtractsIntactRule } from './connector-extracts-intact/rule.ts'
import { definition as connectorKeyGuarded } from './connector-key-guarded/definition.ts'
import { rule as connectorKeyGuardedRule } from './connector-key-guarded/rule.ts'
import { definition as connectorKeyStrong } from './connector-key-strong/definition.ts'
import { rule as connectorKeyStrongRule } from './connector-key-strong/rule.ts'
import { definition as connectorNoInbound } from './connector-no-inbound/definition.ts'
import { rule as connectorNoInboundRule } from './connector-no-inbound/rule.ts'
import { definition as connectorOutboundOpen } from './connector-outbound-open/definition.ts'
import { rule as connectorOutboundOpenRule } from './connector-outbound-open/rule.ts'
import { definition as crmActivityTracked } from './crm-activity-tracked/definition.ts'
import { rule as crmActivityTrackedRule } from './crm-activity-tracked/rule.ts'
import { definition as crmSecurityProfiles } from './crm-security-profiles/definition.ts'
import { rule as crmSecurityProfilesRule } from './crm-security-profiles/rule.ts'
import { definition as crmUpToDate } from './crm-up-to-date/definition.ts'
import { rule as crmUpToDateRule } from './crm-up-to-date/rule.ts'
import { definition as erpUserDesignated } from './erp-user-designated/definition.ts'
import { rule as erpUserDesignatedRule } from './erp-user-designated/rule.ts'
import { definition as firewallOn } from './firewall-on/definition.ts'
import { rule as firewallOnRule } from './firewall-on/rule.ts'
import { definition as gotoassistRemoved } from './gotoassist-removed/definition.ts'
import { rule as gotoassistRemovedRule } from './gotoassist-removed/rule.ts'
import { definition as incidentPlan } from './incident-plan/definition.ts'
import { rule as incidentPlanRule } from './incident-plan/rule.ts'
import { definition as otherRemoteAccessRemoved } from './other-remote-access-removed/definition.ts'
import { rule as otherRemoteAccessRemovedRule } from './other-remote-access-removed/rule.ts'
import { definition as passwordsStoredSafely } from './passwords-stored-safely/definition.ts'
import { rule as passwordsStoredSafelyRule } from './passwords-stored-safely/rule.ts'
import { definition as passwordsStrongUnique } from './passwords-strong-unique/definition.ts'
import { rule as passwordsStrongUniqueRule } from './passwords-strong-unique/rule.ts'
import { definition as remoteUserRemoved } from './remote-user-removed/definition.ts'
import { rule as remoteUserRemovedRule } from './remote-user-removed/rule.ts'
import { definition as reviewScheduled } from './review-scheduled/definition.ts'
import { rule as reviewScheduledRule } from './review-scheduled/rule.ts'
import { definition as sqlReadOnly } from './sql-read-only/definition.ts'
import { rule as sqlReadOnlyRule } from './sql-read-only/rule.ts'
import { definition as sqlUserDesignated } from './sql-user-designated/definition.ts'
import { rule as sqlUserDesignatedRule } from './sql-user-designated/rule.ts'
import { definition as staffTrained } from './staff-trained/definition.ts'
import { rule as staffTrainedRule } from './staff-trained/rule.ts'
import { definition as syncToolUninstalled } from './sync-tool-uninstalled/definition.ts'
import { rule as syncToolUninstalledRule } from './sync-tool-uninstalled/rule.ts'
import { definition as syncUserDeniedRemote } from './sync-user-denied-remote/definition.ts'
import { rule as syncUserDeniedRemoteRule } from './sync-user-denied-remote/rule.ts'
import { definition as updatesCurrent } from './updates-current/definition.ts'
import { rule as updatesCurrentRule } from './updates-current/rule.ts'
import { definition as vpnForOutsideAccess } from './vpn-for-outside-access/definition.ts'
import { rule as vpnForOutsideAccessRule } from './vpn-for-outside-access/rule.ts'
import { definition as webScreensHttps } from './web-screens-https/definition.ts'
import { rule as webScreensHttpsRule } from './web-screens-https/rule.ts'
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
  {
    id: 'connector-transit',
    texts: {
      en: {
        title: 'Pack: data in transit with a connector',
        introduction:
          'A connector sends extracts of the ERP data out to a cloud service. Its keys, its files and its connections must be as tight as the server itself.',
      },
      de: {
        title: 'Paket: Datenübertragung mit einem Connector',
        introduction:
          'Ein Connector schickt Auszüge der ERP-Daten an einen Cloud-Dienst. Seine Schlüssel, Dateien und Verbindungen müssen so dicht sein wie der Server selbst.',
      },
    },
  },
  {
    id: 'layered-defence',
    texts: {
      en: {
        title: 'Pack: layers around the web-facing ERP screens',
        introduction:
          'Screens of the ERP that can be reached over the web need more than one wall: in the application, on the wire, on the server and among the people.',
      },
      de: {
        title: 'Paket: Schutzschichten um die ERP-Masken im Web',
        introduction:
          'ERP-Masken, die über das Web erreichbar sind, brauchen mehr als eine Mauer: in der Anwendung, auf der Leitung, auf dem Server und bei den Menschen.',
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
  pair(connectorKeyStrong, connectorKeyStrongRule),
  pair(connectorKeyGuarded, connectorKeyGuardedRule),
  pair(connectorOutboundOpen, connectorOutboundOpenRule),
  pair(connectorNoInbound, connectorNoInboundRule),
  pair(connectorExtractsIntact, connectorExtractsIntactRule),
  pair(crmSecurityProfiles, crmSecurityProfilesRule),
  pair(crmActivityTracked, crmActivityTrackedRule),
  pair(crmUpToDate, crmUpToDateRule),
  pair(webScreensHttps, webScreensHttpsRule),
  pair(certificateHealthy, certificateHealthyRule),
  pair(firewallOn, firewallOnRule),
  pair(vpnForOutsideAccess, vpnForOutsideAccessRule),
  pair(antivirusCurrent, antivirusCurrentRule),
  pair(updatesCurrent, updatesCurrentRule),
  pair(browsersModern, browsersModernRule),
  pair(staffTrained, staffTrainedRule),
  pair(incidentPlan, incidentPlanRule),
  pair(reviewScheduled, reviewScheduledRule),
]
