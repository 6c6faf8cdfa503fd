/** The list of places that one is signed in at. */
import type { SessionUse } from '#platform/session/store.ts'
import type { List } from '#ui/list.tsx'
import { texts } from './access.texts.ts'
import { deviceOf } from './accounts.rules.ts'

export const sessionList: List<SessionUse> = {
  id: 'session-list',
  caption: texts.sessions,
  keyOf: (row) => `${row.createdAt.toISOString()} ${row.seenAt.toISOString()} ${row.address}`,
  rowsPerPage: 20,
  fileName: ({ today }) => `sessions-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noSessions) }),
  columns: [
    {
      key: 'agent',
      label: texts.device,
      rowHeader: true,
      render: (row) => (row.agent ? deviceOf(row.agent) : '–'),
      file: { value: (row) => row.agent, width: 60 },
    },
    {
      key: 'address',
      label: texts.address,
      render: (row) => row.address ?? '–',
      file: { value: (row) => row.address, width: 24 },
    },
    {
      key: 'begun',
      label: texts.begun,
      render: (row, { reader }) => reader.instant(row.createdAt),
      file: { value: (row) => row.createdAt.toISOString(), width: 26 },
    },
    {
      key: 'seen',
      label: texts.lastSeen,
      render: (row, { reader }) => reader.instant(row.seenAt),
      file: { value: (row) => row.seenAt.toISOString(), width: 26 },
    },
  ],
}
