import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checklists, checks } from '#shared/checks/index.ts'
import { checkCatalogue } from './pages/check-catalogue.ts'
import { picturedPlan, rotationPicture } from './pages/rotation-picture.ts'

const generated = join(import.meta.dirname, 'generated')
writeFileSync(join(generated, 'checks.md'), checkCatalogue(checklists, checks))
writeFileSync(join(generated, 'rotation.md'), rotationPicture(picturedPlan))
