/** Reads one file in a process of its own, as the server would, and says what came of it, how much of a core and of memory it took. */
import { readFileSync } from 'node:fs'
import { ProblemError } from '#kernel/problem.ts'
import { readDocument } from './read-document.ts'
import { readWorkbook } from './read-workbook.ts'

const [path = '', kind] = process.argv.slice(2)
const bytes = new Uint8Array(readFileSync(path))
let most = 0
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 5)
const answer = await (kind === 'excel' ? readWorkbook(bytes) : readDocument(bytes)).then(
  () => 'read',
  (error: unknown) => (error instanceof ProblemError ? error.problems[0]?.code : String(error)),
)
const { user, system } = process.cpuUsage()
const milliseconds = Math.round((user + system) / 1000)
clearInterval(watch)
const megabytes = Math.round(Math.max(most, process.memoryUsage.rss()) / 1_048_576)
process.stdout.write(JSON.stringify({ answer, milliseconds, megabytes }))
