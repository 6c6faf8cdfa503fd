/** What nobody caught: the log says why; the program goes on where that is safe, and otherwise ends with a code that asks for a new start. */
import { isAway } from '#platform/database/index.ts'
import type { Logger } from '#platform/log.ts'

/** How a program ends: 1 after a refusal a person can mend, these for what a new start may mend (named as sysexits.h does). */
export const exitCodes = { refused: 1, defect: 70, databaseAway: 75 } as const

/** A connection that its other end dropped, or a database that is away: nothing of ours is in an unknown state by it. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return isAway(error) || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ERR_STREAM_WRITE_AFTER_END'
}

/** From now on nothing ends this process without a word. */
export function hearDefects(log: Logger): void {
  process.on('uncaughtException', (error) => {
    if (isPassing(error)) {
      log.error({ error }, 'a broken connection nobody listened to')
      return
    }
    const memoryMb = Math.round(process.memoryUsage.rss() / 2 ** 20)
    log.fatal({ error, memoryMb, upSeconds: Math.round(process.uptime()) }, 'ends, for nobody caught this')
    process.exit(exitCodes.defect)
  })
  // A failed promise unwinds its own work and no other's: transactions are rolled back where they began.
  process.on('unhandledRejection', (error) => log.error({ error }, 'a failure nobody waited for'))
}
