import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checklists, checks } from '#shared/checks/index.ts'
import { checkCatalogue } from './pages/check-catalogue.ts'

writeFileSync(join(import.meta.dirname, 'generated', 'checks.md'), checkCatalogue(checklists, checks))
