import type { Checkup } from '#shared/formats/checkup.ts'
import { checkupWithItems, evidenceOf, hostileNames, sampleCheckup, sampleItem } from './checkup.ts'

const names = Object.values(hostileNames)

/** A checkup in which every text from outside is hostile: names, people, notes, reasons, ids of things. */
export const hostileCheckup: Checkup = {
  ...checkupWithItems([
    {
      ...sampleItem('gotoassist-removed'),
      message: { id: 'gotoassist-removed/installed', params: { names } },
      evidence: names.flatMap((name) => [
        evidenceOf('gotoassist-removed', 'services', name, 'service', { state: name, mode: name }, 'fail'),
        { probe: name, subject: name, detail: name },
      ]),
      answers: names.map((name) => ({
        kind: 'accepted-risk',
        by: name,
        at: '2026-02-27T09:30:00Z',
        until: '2026-06-30',
        note: name,
        subjects: [name],
      })),
    },
  ]),
  host: { ...sampleCheckup.host, name: names.join(' ') },
  profile: {
    ...sampleCheckup.profile,
    organization: names.join(' '),
    preparedBy: names.join(' '),
    erp: { ...sampleCheckup.profile.erp, product: names.join(' ') },
  },
  sample: names.join(' '),
  id: names.join(' '),
  digests: { snapshot: names.join(' '), profile: '', answers: '', catalogue: names.join(' ') },
  answerProblems: names.map((name) => ({
    check: name,
    problem: 'unknown-check',
    detail: name,
    message: { id: 'problem/unknown-check', params: { check: name } },
  })),
  notCollected: names.map((name) => ({ probe: name, status: name, reason: name })),
}

/** Anything that a terminal obeys or that hides or turns text. */
export const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
