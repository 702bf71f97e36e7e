import { defineSample } from '../sample.ts'
import { answers } from './answers.data.ts'
import { profile } from './profile.data.ts'
import { snapshot } from './snapshot.data.ts'

export const weakConnector = defineSample(
  {
    id: 'weak-connector',
    title: { en: 'Connector with a weak key', de: 'Connector mit schwachem Schlüssel' },
    teaches: {
      en: 'The three checklists are done, but the way of the data to the cloud is weak: the connector’s key is short and readable by everyone who signs in, and a port that it needs is blocked.',
      de: 'Die drei Checklisten sind erledigt, doch der Weg der Daten in die Cloud ist schwach: Der Schlüssel des Connectors ist kurz und für alle lesbar, die sich anmelden, und ein Port, den er braucht, ist gesperrt.',
    },
    now: '2026-11-20T18:00:00Z',
  },
  { snapshot, profile, answers },
)
