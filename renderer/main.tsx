import { createRoot } from 'react-dom/client'

import { App } from './app/app.tsx'
import { readFirstWords } from './app/first-words.ts'
import { loadBeginning } from './app/use-beginning.ts'
import { connect } from './client/connect.ts'
import './page.css'

/** By then the core has nearly always answered; drawing "connecting" before would only put off what it says. */
const SHORT_WAIT_MS = 150

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no place for the app')
const root = createRoot(place)
const connection = connect(window)
const asked = loadBeginning(connection.core)
const tooLong = new Promise<null>((resolve) => setTimeout(resolve, SHORT_WAIT_MS, null))
// A failure is the app's to show.
void Promise.race([asked.catch(() => null), tooLong]).then((loaded) => {
  root.render(<App connection={connection} firstWords={readFirstWords(document)} early={{ asked, loaded }} />)
})
