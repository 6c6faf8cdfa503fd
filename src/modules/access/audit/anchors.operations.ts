/** Anchors of the audit log: the head of each day, published, and sent to those auditors who wish it. */
import { z } from 'zod'
import { formatDate, formatNumber, say } from '#kernel/language.ts'
import { PageInput, pageOf } from '#kernel/page.ts'
import { roleAtCity } from '#modules/organisation'
import { findAnchor, findHeadAnchor, listAnchors } from '#platform/audit/store.ts'
import { anyone, operator, signedIn } from '#platform/authority.ts'
import { job } from '#platform/jobs/job.ts'
import { letter } from '#platform/mail/letter.ts'
import { operation } from '#platform/operation.ts'
import { Letter } from '../accounts.model.ts'
import { accountOf } from '../sign-in/sign-in.operations.ts'
import { Anchor } from './anchors.model.ts'
import { anchorsPath } from './anchors.paths.ts'
import * as store from './anchors.store.ts'
import { letters } from './anchors.texts.ts'

export const auditAnchors = operation({
  name: 'access.auditAnchors',
  summary:
    'The anchor of each day that is over, latest first: the head of the audit log at its end, to keep and to check later.',
  effect: 'read',
  may: anyone,
  input: PageInput,
  output: pageOf(Anchor),
  run: ({ tx }, page) => listAnchors(tx, {}, page),
})

export const auditHead = operation({
  name: 'access.auditHead',
  summary: 'The head of the audit log as of now, in the shape of an anchor; null while nothing is sealed.',
  effect: 'read',
  may: roleAtCity('auditor'),
  input: z.object({}),
  output: z.object({ head: Anchor.nullable() }),
  run: async ({ tx }) => ({ head: (await findHeadAnchor(tx))[0] ?? null }),
})

export const anchorWish = operation({
  name: 'access.anchorWish',
  summary: 'Whether you are sent the anchor of each day.',
  effect: 'read',
  may: signedIn,
  input: z.object({}),
  output: z.object({ isWished: z.boolean() }),
  run: async ({ tx, caller }) => ({
    isWished: (await store.findAnchorWish(tx, { id: accountOf(caller).id }))[0]?.isWished ?? false,
  }),
})

export const chooseAnchors = operation({
  name: 'access.chooseAnchors',
  summary: 'Says whether you are sent the anchor of each day; sent while you hold the role of an auditor.',
  effect: 'write',
  touches: [],
  may: signedIn,
  input: z.object({
    isWished: z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]).default(false),
  }),
  output: z.object({ isWished: z.boolean() }),
  async run({ tx, caller, audit, unchanged }, { isWished }) {
    const { id } = accountOf(caller)
    const [before] = await store.findAnchorWish(tx, { id })
    if (before?.isWished === isWished) unchanged()
    else await store.setAnchorWish(tx, id, isWished)
    const [old, fresh] = [{ anchorLetters: before?.isWished }, { anchorLetters: isWished }]
    audit({ subject: `account ${before?.email}`, old, new: fresh })
    return { isWished }
  },
})

const Day = z.object({ day: z.iso.date() })

/** Asks for a letter to each auditor who wishes it. */
export const askForLetters = operation({
  name: 'access.sendAnchors',
  summary: 'Has the anchor of a day sent to the auditors who wish it.',
  effect: 'write',
  touches: [],
  may: operator,
  input: Day,
  output: z.object({ letters: z.number() }),
  async run({ tx, today, publish, unchanged }, { day }) {
    const readers = await store.listAnchorReaders(tx, { on: today })
    if (readers.length === 0) unchanged()
    for (const { id } of readers) await publish({ name: 'access.anchorDue', payload: { day, accountId: id } })
    return { letters: readers.length }
  },
})

const Due = Day.extend({ accountId: z.uuid() })

export const prepareAnchor = operation({
  name: 'access.prepareAnchor',
  summary: 'Writes the letter with the anchor of a day; nothing where its reader wishes none any more.',
  effect: 'read',
  may: operator,
  input: Due,
  output: z.object({ letter: Letter.nullable() }),
  async run({ tx, today, settings }, { day, accountId }) {
    const [anchor] = await findAnchor(tx, { day })
    const [reader] = await store.listAnchorReaders(tx, { on: today, id: accountId })
    if (!anchor || !reader) return { letter: null }
    const { name, language, email } = reader
    const params = {
      name,
      day: formatDate(day),
      entries: formatNumber(language, anchor.entries),
      line: JSON.stringify(anchor),
      address: `${settings.publicUrl}${anchorsPath.to()}`,
    }
    const [subject, text] = [say(language, letters.anchorSubject, params), say(language, letters.anchorBody, params)]
    return { letter: { to: email, subject, text } }
  },
})

export const anchorJobs = [
  job({
    name: 'access.sendAnchors',
    on: 'audit.anchored',
    payload: Day,
    async run({ perform }, { day }) {
      await perform(askForLetters, { day })
    },
  }),
]

export const writeAnchor = letter({
  name: 'access.writeAnchor',
  on: 'access.anchorDue',
  payload: Due,
  write: async ({ perform }, payload) => (await perform(prepareAnchor, payload)).letter,
})
