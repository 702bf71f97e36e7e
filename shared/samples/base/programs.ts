import type { Facts } from '../../facts/index.ts'
import { commonProgramRows, type ProgramRow, sqlProgramRows } from './programs.data.ts'

export type Program = Facts['programs']['programs'][number]

/** Release of SQL Server: what its setup calls it. */
type SqlRelease = '2019' | '2022'

export function commonPrograms(): Program[] {
  return commonProgramRows.map(fromRow)
}

/** What the setup of one SQL Server release leaves in the list of programs. */
export function sqlPrograms(release: SqlRelease): Program[] {
  const major = release === '2022' ? '16.0.1000.6' : '15.0.2000.5'
  const code = release === '2022' ? '{1C9A8B3E-5D0F-4A1B-8E3C-7F6A2B9D4E10}' : '{6F5E0C4D-2B7A-4C8E-9D1F-3A4B5C6D7E8F}'
  const engine = (name: string): ProgramRow => [name, 'Microsoft Corporation', major, '2024-05-14', null, `MsiExec.exe /X${code}`]
  return [
    engine(`Microsoft SQL Server ${release} (64-bit)`),
    engine(`Microsoft SQL Server ${release} Setup (English)`),
    engine(`SQL Server ${release} Database Engine Services`),
    engine(`SQL Server ${release} Database Engine Shared`),
    engine(`SQL Server ${release} Common Files`),
    engine(`SQL Server ${release} DMF`),
    engine(`SQL Server ${release} Shared Management Objects`),
    engine(`SQL Server ${release} XEvent`),
    ...sqlProgramRows,
  ].map(fromRow)
}

/** A program for all users of the server. */
export function program(name: string, publisher: string, version: string, more: Partial<Program> = {}): Program {
  return { name, publisher, version, installedOn: null, location: null, uninstallCommand: null, scope: 'machine', ...more }
}

function fromRow([name, publisher, version, installedOn, location, uninstallCommand]: ProgramRow): Program {
  return { name, publisher, version, installedOn, location, uninstallCommand, scope: 'machine' }
}
