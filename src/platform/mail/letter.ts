/** A letter as a value: the event that asks for it, and how it is written. Sent by a job, so that a slow mail server keeps nobody waiting. */
import type { z } from 'zod'
import type { FormerNames } from '#platform/former-names.ts'
import { type AnyJob, type JobKit, job } from '#platform/jobs/job.ts'
import type { Letter } from '#platform/mail/index.ts'

export interface LetterKind<Payload = never> {
  /** `module.verb`: the name of its queue. */
  readonly name: string
  /** The event after which it is written. */
  readonly on: string
  /** What fields of the payload were called in the version before. */
  readonly former?: FormerNames
  readonly payload: z.ZodType<Payload>
  /** Written when it is sent, so that it says what holds then; undefined or null where there is nothing to say any more. */
  readonly write: (kit: Omit<JobKit, 'mailer'>, payload: Payload) => Promise<Letter | null | undefined>
}

export type AnyLetter = LetterKind<never>

export function letter<Payload>(definition: LetterKind<Payload>): AnyLetter {
  return definition as unknown as AnyLetter
}

/** The job that writes the letter and hands it over; what the mail server does not take is tried again. */
export function letterJob({ name, on, former, payload, write }: AnyLetter): AnyJob {
  return job({
    name,
    on,
    ...(former && { former }),
    payload,
    async run({ mailer, ...kit }, content) {
      const written = await write(kit, content)
      if (written) await mailer.send(written)
    },
  })
}
