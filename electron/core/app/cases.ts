import type { CaseView, Language } from '#shared/contract/index.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import { giveAnswer, removeAnswer, undoAnswer } from './answers.ts'
import type { App } from './app.ts'
import { caseLines } from './case-lines.ts'
import { caseView } from './case-view.ts'
import { found, noSuchCase } from './failure.ts'
import type { Implementer } from './implementer.ts'
import { judgeCase } from './judge-case.ts'
import { openSampleCase, openSnapshotCase } from './open-case.ts'
import { suggestions } from './suggestions.ts'

/** Cases: servers that somebody works on. Whatever changes one answers with how it stands then. */
export function caseProcedures(os: Implementer, app: App) {
  const view = (stored: StoredCase, language: Language): Promise<CaseView> => caseView(app, stored, language)
  return {
    list: os.cases.list.handler(({ input }) => caseLines(app, input.language)),
    view: os.cases.view.handler(async ({ input }) => view(found(await app.cases.read(input.id)), input.language)),
    openSample: os.cases.openSample.handler(async ({ input }) => view(await openSampleCase(app, input.sample), input.language)),
    openSnapshot: os.cases.openSnapshot.handler(async ({ input }) =>
      view(await openSnapshotCase(app, input.name, input.text), input.language),
    ),
    remove: os.cases.remove.handler(async ({ input }) => {
      if (!(await app.cases.remove(input.id))) throw noSuchCase()
      return {}
    }),
    suggestions: os.cases.suggestions.handler(async ({ input }) =>
      suggestions(found(await app.cases.read(input.id)), app.say(input.language)),
    ),
    saveProfile: os.cases.saveProfile.handler(async ({ input }) =>
      view(found(await app.cases.change(input.id, async () => ({ profile: input.profile }))), input.language),
    ),
    answer: os.cases.answer.handler(async ({ input }) =>
      view(await giveAnswer(app, input.id, input.check, input.answer, app.say(input.language)), input.language),
    ),
    undoAnswer: os.cases.undoAnswer.handler(async ({ input }) => view(await undoAnswer(app, input.id), input.language)),
    removeAnswer: os.cases.removeAnswer.handler(async ({ input }) =>
      view(await removeAnswer(app, input.id, input.check, input.at), input.language),
    ),
    keepCheckup: os.cases.keepCheckup.handler(async ({ input }) => {
      const checkup = await judgeCase(app, found(await app.cases.read(input.id)))
      return view(found(await app.cases.keepCheckup(input.id, checkup)), input.language)
    }),
  }
}
