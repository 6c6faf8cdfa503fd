/** The page of the running system: room, backups, job queues, for the city's administrators. */
import type { z } from 'zod'
import type { QueueState } from '#platform/jobs/store.ts'
import { type Route, view } from '#platform/web/page.ts'
import { EmptyState, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts } from '../texts.ts'
import { BackupSection, backupRoutes } from './backup-section.tsx'
import { backupState } from './backups.ts'
import { queues, storage } from './operations.ts'
import { systemPath } from './paths.ts'

export const routes: readonly Route[] = [
  ...backupRoutes,
  view(systemPath, async (visit) => {
    const reader = readerOf(visit.language)
    const rows = await visit.perform(queues, {})
    const room = await visit.perform(storage, {})
    const backups = await visit.perform(backupState, {})
    return {
      title: reader.say(texts.system),
      body: (
        <>
          <PageHeader title={reader.say(texts.system)} lead={reader.say(texts.systemLead)} />
          <Facts items={factsOf(reader, room)} />
          <BackupSection reader={reader} state={backups} now={visit.engine.clock.now()} />
          <Section id="queues" title={reader.say(texts.queues)} lead={reader.say(texts.queuesLead)}>
            <DataTable
              reader={reader}
              id="queues-table"
              caption={reader.say(texts.queues)}
              captionUnseen
              columns={columnsOf(reader)}
              rows={rows}
              keyOf={(row) => row.name}
              empty={<EmptyState title={reader.say(texts.noJobs)} />}
            />
          </Section>
        </>
      ),
    }
  }),
]

function columnsOf(reader: Reader): Column<QueueState>[] {
  const { say, number } = reader
  return [
    { key: 'name', label: say(texts.queue), rowHeader: true, render: (row) => row.name },
    { key: 'waiting', label: say(texts.waiting), align: 'end', render: (row) => number(row.waiting) },
    { key: 'active', label: say(texts.active), align: 'end', render: (row) => number(row.active) },
    { key: 'failed', label: say(texts.failed), align: 'end', render: (row) => number(row.failed) },
    { key: 'done', label: say(texts.done), align: 'end', render: (row) => number(row.done) },
    { key: 'error', label: say(texts.lastError), render: (row) => row.lastError ?? '–' },
  ]
}

function factsOf(reader: Reader, room: z.infer<typeof storage.output>) {
  const { say } = reader
  const megabytes = (bytes: number) => reader.number(bytes / 1_000_000, 1)
  const { kept: count, most, free, reserve } = room
  const left = { free: megabytes(free ?? 0), reserve: megabytes(reserve) }
  const isScarce = free !== null && free < reserve
  return [
    { label: say(texts.filesKept), value: say(texts.ofMegabytes, { kept: megabytes(count), most: megabytes(most) }) },
    ...(free === null
      ? []
      : [{ label: say(texts.diskFree), value: say(isScarce ? texts.diskScarce : texts.diskLeft, left) }]),
  ]
}
