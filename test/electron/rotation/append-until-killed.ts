import { appendFileSync } from 'node:fs'

import { fileHeads } from './file-heads.ts'
import { journalsIn, opened, step } from './journals-under-test.ts'

/**
 * Started as a process: opens a journal as soon as nobody else has it, adds events of its own, and tells of each after it was promised.
 *
 * Arguments: folder, name of the journal, name of the writer, how many events, how many of them at a time; `Infinity` is until it is killed.
 */
const [, , folder = '', journalName = '', writer = '', times = '0', atATime = '1'] = process.argv
const journals = journalsIn(folder, fileHeads(folder))
let count = 0
while (count < Number(times)) {
  const opening = await journals.open(journalName)
  if (opening.state === 'refused' && opening.refusal.kind === 'in-use') continue
  const journal = opened(opening)
  if (journal.proof.state !== 'proven') throw new Error(`not proven: ${JSON.stringify(journal.proof)}`)
  for (let turn = 0; turn < Number(atATime) && count < Number(times); turn += 1) {
    const name = `${writer}-${count}`
    const appended = await journal.append(step(name, 'Größe Ω'))
    if (!appended.ok || appended.head !== 'kept') throw new Error(`not appended: ${JSON.stringify(appended)}`)
    appendFileSync(`${folder}/promised-${writer}`, `${name}\n`)
    count += 1
    if (times === 'Infinity') process.stdout.write('.')
  }
  await journal.close()
}
