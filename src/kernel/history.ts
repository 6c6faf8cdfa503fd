/** Histories of workflows as operations answer with them and pages draw them: one line for each step that was taken. */
import { z } from 'zod'
import type { WorkflowEvent } from './workflow.ts'

/** One line of a history. */
export const HistoryEvent = z.object({
  step: z.string(),
  /** Null of the step that began the thing. */
  from: z.string().nullable(),
  to: z.string(),
  /** The name of who took it; of the machine `command` or `job`; null where it is not known. */
  by: z.string().nullable(),
  at: z.string().nullable(),
  reason: z.string().nullable(),
  /** The day by which the next step is due, of a step that sets one. */
  dueOn: z.string().nullable(),
  /** The version of the thing that the step made, or decided on. */
  version: z.number().nullable(),
  /** Whoever took it had also brought the thing to where it stood then. */
  isOwn: z.boolean(),
})
export type HistoryEvent = z.infer<typeof HistoryEvent>

/** The lines of one thing, latest first. */
export const History = z.array(HistoryEvent)
export type History = z.infer<typeof History>

/** What stands in the way of each step, by its name, in words; a step that may be taken is not among them. */
export const Hindrances = z.record(z.string(), z.object({ vi: z.string(), en: z.string() }))
export type Hindrances = z.infer<typeof Hindrances>

type StoredEvent = WorkflowEvent<string, string> & { readonly byId: string | null }

/** Lines as they are kept, latest first, as they are told: accounts are told to nobody. */
export function historyOf(events: readonly StoredEvent[]): History {
  return events.map(({ byId, step, from, to, by, at, reason, dueOn, version }, place) => {
    const before = events.slice(place + 1).find((earlier) => earlier.to !== earlier.from)
    const isOwn = byId !== null && from !== to && before?.byId === byId
    return { step, from, to, by, at, reason, dueOn, version, isOwn }
  })
}

/** A line as it is drawn: `times` is how often. */
export type Line = HistoryEvent & { readonly times: number }

/** What one person did on and on, changing no state, is one line: the latest of it, with how often. Latest first, as it comes. */
export function condensed(history: History): Line[] {
  const lines: Line[] = []
  for (const event of history) {
    const later = lines.at(-1)
    if (later && isMoreOf(later, event)) lines[lines.length - 1] = { ...later, times: later.times + 1 }
    else lines.push({ ...event, times: 1 })
  }
  return lines
}

function isMoreOf(later: HistoryEvent, { step, by, from, to, reason }: HistoryEvent): boolean {
  const isSame = later.step === step && later.by === by && later.from === later.to
  return isSame && from === to && reason === null && later.reason === null
}
