/** The file with marks, made when somebody asks for it and sent as it lies; nothing of it is kept after. */
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { newId } from '#kernel/id.ts'
import type { Language } from '#kernel/language.ts'
import type { Engine } from '#platform/operation.ts'
import { heavy } from '#platform/workers/heavy.ts'
import type { ImportDefinition } from './definition.ts'
import { laySource, placesOf } from './import-files.ts'
import type { TableFacts } from './model.ts'
import type { RowProblem, TableImport } from './store.ts'

const tableTasks = heavy<typeof import('./tasks.ts')>('platform/table-import/tasks', 120_000)

interface Marking {
  readonly kind: Pick<ImportDefinition<never>, 'mostRows'>
  readonly made: TableImport & { readonly facts: TableFacts }
  readonly problems: readonly RowProblem[]
  readonly language: Language
  /** Over the column of reasons. */
  readonly heading: string
}

/** An Excel file of the table that came in: its cells where they stood, coloured and with a note where they are wrong. */
export async function markedAnswer(
  { files, settings }: Pick<Engine, 'files' | 'settings'>,
  { kind, made, problems, language, heading }: Marking,
): Promise<Response> {
  // Of its own: two people may ask at once, and the rows of the import may lie beside.
  const places = placesOf(settings.dataFolder, newId())
  const { sheet, headLine, columns, unknown } = made.facts
  try {
    await laySource(files, made.file, places)
    const last = Math.max(...[...columns, ...unknown].map(({ number }) => number))
    const marks = problems.map((each) => ({ line: each.line, column: each.columnNumber, text: each[language] }))
    const input = {
      path: places.source,
      most: kind.mostRows + headLine,
      sheet,
      headLine,
      columns: last,
      heading,
      marks,
    }
    await tableTasks('markedFile', input, places.marked)
    return await sentAndGone(places, made.fileName)
  } catch (error) {
    await rm(places.folder, { recursive: true, force: true })
    throw error
  }
}

async function sentAndGone({ marked, folder }: ReturnType<typeof placesOf>, fileName: string): Promise<Response> {
  const { size } = await stat(marked)
  const content = createReadStream(marked)
  content.once('close', () => void rm(folder, { recursive: true, force: true }).catch(() => undefined))
  const name = `${fileName.replace(/\.[a-z0-9]{1,5}$/i, '')}-danh-dau.xlsx`
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-length': String(size),
      'content-disposition': `attachment; filename="danh-dau.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  })
}
