import { app } from './app.ts'
import { cases } from './cases.ts'
import { handOver } from './hand-over.ts'
import { reports } from './reports.ts'
import { rotation } from './rotation.ts'
import { scan } from './scan.ts'
import { vault } from './vault.ts'

export type { About } from './app.ts'
export type { HandOverEvent, HandOverWays, SecretRef } from './hand-over.ts'
export type { Comparison } from './reports.ts'
export type { RunAnswer } from './rotation.ts'
export type { RotationChoices, RotationPreparation, RunLine, RunView } from './rotation-views.ts'
export type { ScanProgress, StoredSqlLogins } from './scan.ts'
export type { KeptPassword, SqlAccess, SqlInstance, SqlProblem } from './sql.ts'
export type { StoredPassword, VaultProblemLines } from './vault.ts'
export type { AnswerView, CaseLine, CaseView, ChecklistView, ItemView, Language, Settings, Suggestion } from './views.ts'

/** The one list of procedures between a screen and the core; every transport serves exactly these. */
export const contract = { app, cases, scan, reports, rotation, vault, handOver }
