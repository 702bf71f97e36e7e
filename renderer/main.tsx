import { createRoot } from 'react-dom/client'

import { App } from './app/app.tsx'
import { readFirstWords } from './app/first-words.ts'
import { connect } from './client/connect.ts'
import './page.css'

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no place for the app')
createRoot(place).render(<App connection={connect(window)} firstWords={readFirstWords(document)} />)
