import { z } from 'zod'

import { instant } from '../facts/primitives.ts'
import { MINIMUM_LENGTH } from '../passwords/policy.ts'
import { backPhases, decisions, places, steps } from '../rotation/keys.ts'
import { caseIdSchema } from './views.ts'

const ownerSchema = z.enum(['you', 'consultant', 'app'])
/** What a person decides, or how a change ends whose rest comes after the call. */
export const decisionSchema = z.enum([...decisions, 'finish-provisionally'])

const loginKind = z.enum(['windows', 'sql-server', 'erp'])

/** What a person decided before anything begins. */
export const choicesSchema = z.object({
  logins: z.array(
    z.object({
      key: z.string().max(1000),
      /** name of the user that takes over; null: the login stays and gets a new password */
      newUser: z.string().trim().min(1).max(256).nullable(),
      /** characters of the new password */
      length: z.int().min(MINIMUM_LENGTH).max(128),
      keptIn: z.enum(['keychain', 'person']),
      /** somebody can enter the password that holds now: the way back stays open longer */
      oldPasswordAtHand: z.boolean(),
    }),
  ),
  /** ids of dependants that a person brings the new password to */
  takenByHand: z.array(z.string().max(1000)),
  pause: z.enum(['app', 'by-hand', 'not-wanted']),
  callAt: instant.nullable(),
  reviewOn: z.iso.date().nullable(),
})

const findingView = z.object({
  level: z.enum(['stop', 'by-hand', 'warn', 'ok']),
  levelWord: z.string(),
  /** key of the login; null: about the server or the whole change */
  login: z.string().nullable(),
  line: z.string(),
  /** what to do; null: nothing, or the line says it */
  advice: z.string().nullable(),
  /** id of the dependant that a person may take onto the list of what is done by hand; null: none */
  dependant: z.string().nullable(),
})

/** Who depends on which login. */
const graphView = z.object({
  nodes: z.array(z.object({ id: z.string(), kind: z.enum(['login', 'dependant']), name: z.string(), kindWord: z.string() })),
  edges: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      /** who brings the new password there; `nobody`: it would stop working */
      handledBy: z.enum(['app', 'hand', 'nobody', 'not-needed']),
      handledWord: z.string(),
    }),
  ),
})

const loginChoiceView = z.object({
  key: z.string(),
  kind: loginKind,
  kindWord: z.string(),
  name: z.string(),
  chosen: z.boolean(),
  newUser: z.string().nullable(),
  /** a free name that a new user could have */
  suggestedUser: z.string(),
  length: z.number(),
  /** most characters that the target takes; null: none is known */
  longest: z.number().nullable(),
  keptIn: z.enum(['keychain', 'person']),
  oldPasswordAtHand: z.boolean(),
  /** how it changes and who does it, one sentence */
  how: z.string(),
  /** where the new password goes */
  goesTo: z.array(z.string()),
  /** instance of SQL Server to which nobody is signed in who may change this login; null: somebody is, or it is none of SQL Server */
  signInTo: z.string().nullable(),
})

export const preparation = z.object({
  kind: z.literal('preparation'),
  server: z.string(),
  /** nothing on the machine is touched */
  rehearsal: z.boolean(),
  /** why only a rehearsal is possible, one sentence; null: this server can be changed from here */
  onlyRehearsal: z.string().nullable(),
  /** where new passwords can be kept */
  keeping: z.enum(['either', 'keychain', 'person']),
  /** the password that a login takes now can be typed, in a window of the system */
  canEnterOld: z.boolean(),
  /** as it counts now: what was not chosen yet is filled in */
  choices: choicesSchema,
  logins: z.array(loginChoiceView),
  /** logins of SQL Server that change with their Windows account, in one sentence; null: none */
  throughWindows: z.string().nullable(),
  standing: z.enum(['could-start', 'stopped', 'not-known']),
  standingLine: z.string(),
  canBegin: z.boolean(),
  /** what has to be typed before a change that loses secrets of Windows accounts; null: nothing is lost, or it is a rehearsal */
  typeToConfirm: z.string().nullable(),
  findings: z.array(findingView),
  /** what only the server itself can tell, in one sentence; null: nothing */
  notRead: z.string().nullable(),
  graph: graphView,
  /** each step with what will be done in it */
  steps: z.array(z.object({ id: z.enum(steps), title: z.string(), acts: z.array(z.object({ line: z.string(), owner: ownerSchema })) })),
  pausedAtLeastMinutes: z.number(),
  restarts: z.array(z.string()),
})

/** One act that a person sees on its own. */
const actView = z.object({
  /** id of the intent: what is confirmed or run has to be named, so that nothing else is */
  id: z.string(),
  kind: z.string(),
  /** what is done, one sentence */
  line: z.string(),
  owner: ownerSchema,
  ownerWord: z.string(),
  /** how it is known to be done, one clause */
  check: z.string(),
  /** what would undo it, one clause; null: nothing to undo */
  undo: z.string().nullable(),
  /** `run`: the app does it when it is told to; `confirm`: a person does it and says so */
  action: z.enum(['run', 'confirm']),
  /** what a person has to tell when it is done */
  asks: z.enum(['name', 'session', 'nothing']),
  /** it may not be completed before; null: at once */
  notBefore: z.string().nullable(),
  /** a person needs the password for it, which `handOver` brings to its field */
  handsOver: z.boolean(),
  /** what to keep in mind or do exactly, a line each */
  instructions: z.array(z.string()),
})

const holding = z.enum(['old', 'new', 'superseded', 'unknown'])

const lineWithReason = z.object({ line: z.string(), until: z.string().nullable() })

/** Where a password change is; everything in words, never a secret. */
export const runViewSchema = z.object({
  /** names the run: the file of its journal */
  run: z.string(),
  /** the case whose checkup it updates; null: none, or it is not there any more */
  caseId: caseIdSchema.nullable(),
  server: z.string(),
  rehearsal: z.boolean(),
  startedAt: z.string(),
  /** the core's clock, ISO 8601 UTC */
  now: z.string(),
  place: z.enum(places),
  /** the ten steps; once everything goes back: what there is to undo; empty: it was closed with nothing to undo */
  steps: z.array(
    z.object({ id: z.enum([...steps, ...backPhases]), title: z.string(), state: z.enum(['done', 'current', 'open', 'left-out']) }),
  ),
  /** title of what is on screen now: a step, the way back, or the end */
  title: z.string(),
  owner: ownerSchema.nullable(),
  ownerWord: z.string().nullable(),
  /** the app is at it right now */
  running: z.boolean(),
  act: actView.nullable(),
  /** the acts of the current step, those that are done and those to come */
  acts: z.array(z.object({ id: z.string(), line: z.string(), owner: ownerSchema, state: z.enum(['done', 'current', 'open']) })),
  /** a password that a person holds and the program no longer has, which the next act needs; `possible`: it can be typed here; null: none */
  typeIn: z.object({ line: z.string(), possible: z.boolean() }).nullable(),
  /** a question that only a person can answer; null: none */
  question: z.object({ line: z.string(), options: z.array(z.object({ id: z.string(), line: z.string() })) }).nullable(),
  /** what went wrong, and what is known of it */
  trouble: z
    .object({
      line: z.string(),
      detail: z.string().nullable(),
      next: z.string().nullable(),
      /** instance of SQL Server to which a person can sign in as somebody who may do it; null: that would not help */
      signInTo: z.string().nullable(),
    })
    .nullable(),
  decisions: z.array(z.object({ id: decisionSchema, label: z.string(), explanation: z.string() })),
  ways: z.object({
    back: z.object({ open: z.boolean(), closed: z.array(lineWithReason) }),
    forward: z.object({ open: z.boolean(), closed: z.array(lineWithReason) }),
  }),
  /** how long the sync has been paused: since when now, and before that */
  clock: z.object({ pausedSince: z.string().nullable(), pausedBeforeMs: z.number() }),
  logins: z.array(
    z.object({
      key: z.string(),
      kind: loginKind,
      kindWord: z.string(),
      name: z.string(),
      takes: holding,
      takesWord: z.string(),
      agree: z.boolean(),
      holders: z.array(z.object({ name: z.string(), kindWord: z.string(), holds: holding, holdsWord: z.string() })),
    }),
  ),
  /** who does not agree with whom and what comes next, a sentence each */
  disagreements: z.array(z.string()),
  /** what stands in the way after a preflight that failed */
  preflight: z.array(findingView),
  outcome: z.enum(['open', 'provisional', 'complete', 'cancelled']),
  /** after the call: what was recorded, a sentence each */
  recorded: z.array(z.string()),
  /** what is still open, a sentence each */
  remains: z.array(z.string()),
  /** day of the next review as it was chosen; null or absent: none */
  reviewOn: z.iso.date().nullable().optional(),
  /** what happened, newest last */
  timeline: z.array(z.object({ at: z.string(), line: z.string() })),
})

export const runLine = z.object({
  run: z.string(),
  caseId: caseIdSchema.nullable(),
  server: z.string().nullable(),
  rehearsal: z.boolean().nullable(),
  startedAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  /** where it is, one sentence */
  line: z.string(),
  /** why it cannot be continued; null: it can */
  obstacle: z.string().nullable(),
  /** nothing is to be done before; null: now */
  waitsUntil: z.string().nullable(),
})

export type RotationChoices = z.infer<typeof choicesSchema>
export type RotationPreparation = z.infer<typeof preparation>
export type RunView = z.infer<typeof runViewSchema>
export type RunLine = z.infer<typeof runLine>
