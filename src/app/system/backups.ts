/** Backups as administrators see them and jobs write them down: how they are made, the latest, and the letter when one failed. */
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { formatInstant, say } from '#kernel/language.ts'
import { PageInput, pageOf } from '#kernel/page.ts'
import { accountsWithRole } from '#modules/access'
import { roleAtCity, rootUnit } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import { BackupRun, NewBackupRun } from '#platform/backups/model.ts'
import { isDrillOld, isLate } from '#platform/backups/schedule.rules.ts'
import { findRun, insertRun, latestRuns, listBadFiles, listRuns } from '#platform/backups/store.ts'
import type { Tx } from '#platform/database/index.ts'
import { letter } from '#platform/mail/letter.ts'
import { operation } from '#platform/operation.ts'
import { backupTexts as texts } from './backups.texts.ts'
import { systemPath } from './paths.ts'

const administratorOfCity = roleAtCity('administrator')

const Schedule = z.object({
  hour: z.number(),
  daily: z.number(),
  weekly: z.number(),
  monthly: z.number(),
  isEncrypted: z.boolean(),
  withFiles: z.boolean(),
})

/** Of a kind: the last good one, and the last that failed. */
const Latest = z.object({ good: BackupRun.nullable(), failed: BackupRun.nullable() })

export const backupState = operation({
  name: 'system.backups',
  summary: 'How backups are scheduled, the last good one and the last that failed, and the last restore drills.',
  effect: 'read',
  may: administratorOfCity,
  input: z.object({}),
  output: z.object({
    /** Null where nothing is backed up by itself. */
    schedule: Schedule.nullable(),
    isLate: z.boolean(),
    scheduled: Latest,
    drill: Latest,
    isDrillOld: z.boolean(),
    /** Files that a drill found to be no whole backup. */
    badFiles: z.array(z.string()),
  }),
  async run({ tx, now, settings }) {
    const { folder, hour, keep, passphrase, withFiles } = settings.backups
    const [scheduled, drill] = [await latestOf(tx, 'scheduled'), await latestOf(tx, 'check')]
    const schedule = folder ? { hour, ...keep, isEncrypted: passphrase !== undefined, withFiles } : null
    return {
      schedule,
      isLate: schedule !== null && isLate({ now, hour, lastGood: scheduled.good?.startedAt }),
      scheduled,
      drill,
      isDrillOld: isDrillOld(now, drill.good?.startedAt),
      badFiles: (await listBadFiles(tx, undefined)).map(({ file }) => file),
    }
  },
})

async function latestOf(tx: Tx, kind: BackupRun['kind']): Promise<z.infer<typeof Latest>> {
  const runs = (await latestRuns(tx, undefined)).filter((run) => run.kind === kind)
  const latest = (isGood: boolean) => runs.find((run) => run.isGood === isGood) ?? null
  return { good: latest(true), failed: latest(false) }
}

export const backupRuns = operation({
  name: 'system.backupRuns',
  summary: 'Scheduled backups and restore drills, newest first: what each came to.',
  effect: 'read',
  may: administratorOfCity,
  input: PageInput,
  output: pageOf(BackupRun),
  run: ({ tx }, page) => listRuns(tx, {}, page),
})

/** A failure is told once a day. */
const againMs = 20 * 3_600_000

export const noteBackup = operation({
  name: 'system.noteBackup',
  summary:
    'Writes down what a scheduled backup or a restore drill came to; of a backup that failed administrators are told.',
  effect: 'write',
  isQuiet: true,
  may: operator,
  input: NewBackupRun,
  output: z.object({ id: z.uuid() }),
  async run({ tx, now, today, newId, audit, publish }, run) {
    const id = newId()
    const { failed, good } = await latestOf(tx, 'scheduled')
    await insertRun(tx, { ...run, id, endedAt: now })
    audit({ subject: `backup ${run.file ?? ''}`.trim(), new: { ...run, id } })
    const isKnown = failed && (!good || failed.startedAt > good.startedAt)
    const isToldAgain = !isKnown || now.getTime() - failed.startedAt.getTime() > againMs
    if (!run.failure || run.kind !== 'scheduled' || !isToldAgain) return { id }
    const root = await rootUnit(tx, today)
    const role = { unitId: root.id, role: 'administrator', field: allFields, on: today } as const
    for (const { id: accountId } of await accountsWithRole(tx, role))
      await publish({ name: 'system.backupFailed', payload: { runId: id, accountId } })
    return { id }
  },
})

const Letter = z.object({ to: z.string(), subject: z.string(), text: z.string() })
const LetterPayload = z.object({ runId: z.uuid(), accountId: z.uuid() })

export const prepareBackupLetter = operation({
  name: 'system.prepareBackupLetter',
  summary: 'Writes the letter about a backup that failed; nothing when a good one has been made since.',
  effect: 'read',
  may: operator,
  input: LetterPayload,
  output: z.object({ letter: Letter.nullable() }),
  async run({ tx, today, settings }, { runId, accountId }) {
    const [run] = await findRun(tx, { id: runId })
    const { good } = await latestOf(tx, 'scheduled')
    const root = await rootUnit(tx, today)
    const role = { unitId: root.id, role: 'administrator', field: allFields, on: today } as const
    const person = (await accountsWithRole(tx, role)).find(({ id }) => id === accountId)
    if (!run?.failure || !person || (good && good.startedAt > run.startedAt)) return { letter: null }
    const { language, name, email: to } = person
    const params = {
      name,
      at: formatInstant(run.startedAt),
      reason: run.failure[language],
      last: good ? formatInstant(good.startedAt) : say(language, texts.never),
      address: `${settings.publicUrl}${systemPath.to()}`,
    }
    return {
      letter: { to, subject: say(language, texts.letterSubject), text: say(language, texts.letterBody, params) },
    }
  },
})

export const writeBackupFailed = letter({
  name: 'system.writeBackupFailed',
  on: 'system.backupFailed',
  payload: LetterPayload,
  write: async ({ perform }, payload) => (await perform(prepareBackupLetter, payload)).letter,
})
