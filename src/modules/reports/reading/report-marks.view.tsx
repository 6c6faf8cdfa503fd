/** What the screens of reports share: a number, a hash and the files. */
import type { Reader } from '#ui/reader.ts'
import { formats, type ReportRow } from '../reports.model.ts'
import { filePath } from '../reports.paths.ts'
import { formatWords } from '../reports.texts.ts'

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
