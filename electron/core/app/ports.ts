import type { CollectOptions, CollectResult } from '../../collector/collect.ts'
import type { StartWorker } from '../../collector/worker-port.ts'
import type { HandOverDesk } from '../../rotation/hand-over/desk.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Core } from '../core.ts'
import type { ReadServer } from '../rotation/read-server.ts'
import type { ChangeServer } from '../rotation/server-site.ts'
import type { AskPassword } from '../rotation/type-twice.ts'

export type { StartWorker } from '../../collector/worker-port.ts'

/** Reads this server; `collect` of the collector but for its workers. */
export type Collect = (request: Pick<CollectOptions, 'only' | 'onProgress' | 'profile' | 'signal' | 'sql'>) => Promise<CollectResult>

/** In milliseconds. */
export interface RotationTimes {
  /** an act of a rehearsal */
  readonly actMs: number
  /** watching in a rehearsal */
  readonly watchMs: number
  /** watching a real server */
  readonly realWatchMs: number
}

/** What a host gives the app; what is optional has the real thing as default. */
export interface AppPorts {
  readonly core: Pick<Core, 'version' | 'now' | 'judge' | 'render' | 'renderRotation' | 'noteFault'>
  readonly host: 'desktop' | 'loopback' | 'in-process'
  /** `defaultDataFolder`, or another place: a test never uses the real one */
  readonly dataFolder: string
  /** the bundle of the collector's worker, for a host that starts workers as Node processes */
  readonly workerPath: string
  /** another way to start workers */
  readonly startWorker?: StartWorker
  /** *Restart as administrator*: resolves when the person has decided; null: this host cannot */
  readonly restartElevated: (() => Promise<void>) | null
  /** licences of the work of others, as plain text */
  readonly licenses: () => Promise<string>
  readonly platform?: NodeJS.Platform
  /** name of this machine */
  readonly machine?: string
  /** IANA name of the zone in which reports show times */
  readonly timeZone?: string
  /** full administrator token; null: cannot be told */
  readonly elevated?: () => Promise<boolean | null>
  readonly collect?: Collect
  /** asks this server what a preflight wants beside its facts; null: this machine is none */
  readonly readServer?: ReadServer | null
  /** the hands that change this server; null: there are none */
  readonly changeServer?: (() => Promise<ChangeServer>) | null
  /** how long acts and watching take: a test does not wait */
  readonly rotationTimes?: RotationTimes
  /** the keychain of this account, or another place: a test never uses the real one */
  readonly vault?: () => Promise<Vault>
  /** where secrets are handed over, made when it is asked for first; null or absent: this host or system has none */
  readonly handOverDesk?: (() => Promise<HandOverDesk>) | null
  /** the window of the system in which a person types a password; null: this host or system has none */
  readonly askPassword?: AskPassword | null
}
