/** When a backup is due and when it is late, what its file is called, and which files stay. */
import type { Retention } from './model.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** The city's zone is seven hours ahead all year. */
const aheadMs = 7 * hourMs

/** The last instant at which the city's clock showed that hour. */
export function lastDue(now: Date, hour: number): Date {
  const local = now.getTime() + aheadMs
  const today = Math.floor(local / dayMs) * dayMs + hour * hourMs
  return new Date((today <= local ? today : today - dayMs) - aheadMs)
}

interface Latest {
  readonly now: Date
  /** Of the city's day, 0 to 23. */
  readonly hour: number
  /** When the last good backup began. */
  readonly lastGood: Date | undefined
  /** When the last one began, good or not. */
  readonly lastBegun: Date | undefined
}

/** One that failed is tried again after an hour; one that was missed, as the program did not run, is made up for. */
export function isDue({ now, hour, lastGood, lastBegun }: Latest): boolean {
  const isMade = lastGood !== undefined && lastGood >= lastDue(now, hour)
  const isTried = lastBegun !== undefined && now.getTime() - lastBegun.getTime() < hourMs
  return !isMade && !isTried
}

const graceMs = 2 * hourMs

/** Whether the backup of the last due hour is still missing two hours later, or the one of the day before is. */
export function isLate({ now, hour, lastGood }: Omit<Latest, 'lastBegun'>): boolean {
  const due = lastDue(now, hour).getTime()
  const wanted = now.getTime() - due >= graceMs ? due : due - dayMs
  return lastGood === undefined || lastGood.getTime() < wanted
}

const oldDrillMs = 92 * dayMs

/** A backup that nobody has restored for a quarter of a year is a hope. */
export function isDrillOld(now: Date, lastDrill: Date | undefined): boolean {
  return lastDrill === undefined || now.getTime() - lastDrill.getTime() > oldDrillMs
}

/** `hieuhoc-hanoi-2026-11-28T0100.backup`, by the clock of the city. */
export function fileNameOf(place: string, at: Date, isEncrypted: boolean): string {
  const local = new Date(at.getTime() + aheadMs).toISOString()
  return `hieuhoc-${place}-${local.slice(0, 13)}${local.slice(14, 16)}.backup${isEncrypted ? '.age' : ''}`
}

export interface BackupFile {
  readonly name: string
  /** By the clock of the city, `2026-11-28T0100`. */
  readonly at: string
}

/** Those of a folder that were made by the schedule of this place, newest first. Whatever else lies there is not ours. */
export function backupsAmong(names: readonly string[], place: string): BackupFile[] {
  const start = `hieuhoc-${place}-`
  return names
    .flatMap((name) => {
      const rest = name.startsWith(start) ? name.slice(start.length) : ''
      const [, at] = /^(\d{4}-\d{2}-\d{2}T\d{4})\.backup(\.age)?$/.exec(rest) ?? []
      return at ? [{ name, at }] : []
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/**
 * What may go of the backups, which come newest first: all but the newest of each of the last days, weeks and months that have one.
 * The newest of all stays, whatever is asked for.
 */
export function redundant(files: readonly BackupFile[], keep: Retention): string[] {
  const stays = new Set(files.slice(0, 1).map(({ name }) => name))
  const periods: [number, (at: string) => string][] = [
    [keep.daily, (at) => at.slice(0, 10)],
    [keep.weekly, weekOf],
    [keep.monthly, (at) => at.slice(0, 7)],
  ]
  for (const [count, periodOf] of periods) {
    const seen = new Set<string>()
    for (const { name, at } of files) {
      const period = periodOf(at)
      if (seen.has(period) || seen.size >= count) continue
      seen.add(period)
      stays.add(name)
    }
  }
  return files.map(({ name }) => name).filter((name) => !stays.has(name))
}

/** The number of the week, from Monday, since the first Monday of 1970. */
function weekOf(at: string): string {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`).getTime() / dayMs
  return String(Math.floor((day - 4) / 7))
}
