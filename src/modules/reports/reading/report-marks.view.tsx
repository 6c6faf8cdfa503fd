/** What the screens of reports share: a number, a hash, the files, and asking for what one may not be allowed to see. */
import { ProblemError } from '#kernel/problem.ts'
import type { Operation } from '#platform/operation.ts'
import type { Visit } from '#platform/web/page.ts'
import type { Reader } from '#ui/reader.ts'
import { formats, type ReportRow } from '../reports.model.ts'
import { filePath } from '../reports.paths.ts'
import { formatWords } from '../reports.texts.ts'

/** What the operation gives, or undefined where this reader may not or there is nothing: the page then shows less. */
export async function ifAllowed<I, O>(
  visit: Visit,
  operation: Operation<I, O>,
  input: unknown,
): Promise<O | undefined> {
  try {
    return await visit.perform(operation, input)
  } catch (error) {
    if (error instanceof ProblemError && [401, 403, 404].includes(error.status)) return undefined
    throw error
  }
}

/** 05/BC-UBND. */
export function numberOf({ number, symbol }: Pick<ReportRow, 'number' | 'symbol'>): string {
  return `${String(number).padStart(2, '0')}/${symbol}`
}

export function Files({ reader, year }: { reader: Reader; year: number }) {
  return (
    <span class="downloads">
      {formats.map((format) => (
        <a key={format} href={filePath.to({ year: String(year), format })} download>
          {reader.say(formatWords[format])}
        </a>
      ))}
    </span>
  )
}

/** A hash breaks anywhere, so that it does not push a phone's page wide. */
export function HashText({ hash }: { hash: string }) {
  return <code>{(hash.match(/.{8}/g) ?? []).flatMap((part) => [part, <wbr key={part} />])}</code>
}
