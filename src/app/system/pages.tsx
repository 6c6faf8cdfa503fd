/** The page of the running system: job queues, for the city's administrators. */
import type { QueueState } from '#platform/jobs/store.ts'
import { type Route, view } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { EmptyState, PageHeader } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts } from '../texts.ts'
import { queues } from './operations.ts'

export const systemPath = path('/system')

export const routes: readonly Route[] = [
  view(systemPath, async (visit) => {
    const reader = readerOf(visit.language)
    const rows = await visit.perform(queues, {})
    return {
      title: reader.say(texts.system),
      body: (
        <>
          <PageHeader title={reader.say(texts.system)} lead={reader.say(texts.systemLead)} />
          <DataTable
            reader={reader}
            id="queues"
            caption={reader.say(texts.queues)}
            columns={columnsOf(reader)}
            rows={rows}
            keyOf={(row) => row.name}
            empty={<EmptyState title={reader.say(texts.noJobs)} />}
          />
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
