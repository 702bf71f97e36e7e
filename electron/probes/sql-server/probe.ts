import type { Facts } from '#shared/facts/index.ts'
import { connect } from '../../sql/connect.ts'
import { describeConnectProblem } from '../../sql/describe-problem.ts'
import { connectOdbc } from '../../sql/odbc-session.ts'
import { readInstance } from '../../sql/read-instance.ts'
import type { SqlRequest } from '../../sql/request.ts'
import type { Probe, ProbeContext } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'
import { type Place, placesOf } from './places.ts'

type Instance = Facts['sql-server']['instances'][number]

/** Without being told otherwise it signs in as whoever runs this program. */
const UNASKED: SqlRequest = { server: null, signIn: { kind: 'integrated' }, trustCertificate: false }

/**
 * Instances of SQL Server and what each login may do there.
 *
 * Source: the registry for the instances of this machine, catalogue views of each. Nothing is changed. An instance that nobody could
 * sign in to is listed with the reason; the others are read all the same.
 */
export const sqlServerProbe: Probe<'sql-server'> = {
  id: 'sql-server',
  area: 'sql',
  read: async (context) => {
    const request = context.sql ?? UNASKED
    const places = placesOf(context.windows, request)
    if (!places.ok) return refusal(places.failure)
    const notebook = createNotebook()
    const instances: Instance[] = []
    for (const place of places.value) {
      const { instance, notes } = await readAt(place, request, context)
      // The same instance by two names is one.
      if (instances.some((other) => other.error === undefined && other.name.toLowerCase() === instance.name.toLowerCase())) continue
      instances.push(instance)
      for (const note of notes) notebook.remark(note)
    }
    return notebook.reading({ instances })
  },
}

async function readAt({ address, name }: Place, request: SqlRequest, { windows, profile }: ProbeContext) {
  const { signIn, trustCertificate } = request
  const connected = await connect(address, {
    signIn,
    trustCertificate,
    integrated: (place, trust) => connectOdbc(windows.odbc, place, trust),
  })
  if (!connected.ok) {
    const error = describeConnectProblem(connected.problem)
    const problem = connected.problem.kind
    const instance: Instance = { name, version: '', databases: [], error, problem, visibility: 'partial', logins: [] }
    return { instance, notes: [`${name}: ${error}`] }
  }
  try {
    const logins = profile.syncTools.flatMap(({ sqlLogin }) => (sqlLogin === undefined ? [] : [sqlLogin]))
    const reading = await readInstance(connected.session, { name, logins })
    return trustCertificate
      ? { ...reading, notes: [`the certificate of ${name} was taken without proof, as was decided`, ...reading.notes] }
      : reading
  } finally {
    connected.session.close()
  }
}
