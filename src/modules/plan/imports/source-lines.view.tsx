/** The document on the page of its review: numbered lines, faults marked, each leading to what was read in it. */
import type { Reader } from '#ui/reader.ts'
import type { ReviewedPiece } from './import-drafts.operations.ts'
import { texts } from './plan-imports.texts.ts'

/** The place of a line on the page. */
export function lineId(line: number): string {
  return `l${line}`
}

/** The place of a piece on the page. */
export function pieceId(key: string): string {
  return `piece-${key.replace(/[^\p{L}\p{N}]+/gu, '-')}`
}

export function SourceLines(props: {
  reader: Reader
  lines: readonly { number: number; text: string }[]
  pieces: readonly ReviewedPiece[]
}) {
  const { reader, lines, pieces } = props
  const first = new Map(pieces.toReversed().map((piece) => [piece.line, piece]))
  return (
    <ol class="source-lines" lang="vi">
      {lines.map(({ number, text }) => {
        const piece = first.get(number)
        const faults = pieces.filter((each) => each.kind === 'fault' && each.line === number)
        return (
          <li key={number} id={lineId(number)} value={number}>
            {piece ? (
              <a
                class="source-number"
                href={`#${pieceId(piece.key)}`}
                aria-label={reader.say(texts.toPiece, { line: String(number) })}
              >
                {number}
              </a>
            ) : (
              <span class="source-number">{number}</span>
            )}
            <span>
              <Marked text={text} faults={faults.map((fault) => fault.text)} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** The text with the faults in it marked, each where it stands first. */
function Marked({ text, faults }: { text: string; faults: readonly string[] }) {
  const [fault, ...others] = faults
  if (fault === undefined) return <>{text}</>
  const at = fault === '' ? -1 : text.indexOf(fault)
  if (at < 0) return <Marked text={text} faults={others} />
  return (
    <>
      <Marked text={text.slice(0, at)} faults={others} />
      <mark>{fault}</mark>
      <Marked text={text.slice(at + fault.length)} faults={others} />
    </>
  )
}
