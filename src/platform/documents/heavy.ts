/** Reading uploads on another thread: `documentTasks('readWorkbook', bytes, limits)`, with the same problems as here. */
import { heavy } from '#platform/workers/heavy.ts'

export const documentTasks = heavy<typeof import('./tasks.ts')>('platform/documents/tasks')
