/** One piece on the page of the review: what was read, how surely, what is doubtful, and the buttons to decide. */
import { newId } from '#kernel/id.ts'
import type { Indicator } from '#modules/indicators'
import { preambleRef } from '#modules/official-texts'
import { Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import type { Reader } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import { refName } from '../clause-names.rules.ts'
import { importLinkPath, importPiecePath } from '../paths.ts'
import { isTranslated } from './fact-basis.rules.ts'
import type { ReviewedPiece } from './import-drafts.operations.ts'
import { sureConfidence } from './piece-verdicts.operations.ts'
import { texts } from './plan-imports.texts.ts'
import { lineId, pieceId } from './source-lines.view.tsx'

export interface PieceProps {
  readonly reader: Reader
  readonly importId: string
  readonly piece: ReviewedPiece
  readonly indicators: readonly Indicator[]
  readonly agencies: readonly { code: string; name: string }[]
  readonly isOpen: boolean
  /** The part of the document one came from, to come back to. */
  readonly back: { readonly filter: string; readonly from: string }
}

/** "Chỉ tiêu II.1.a.2": what a piece is, for its heading and its buttons. */
export function pieceName({ say }: Reader, piece: Pick<ReviewedPiece, 'kind' | 'ref' | 'key'>): string {
  const kind = say(texts[`kind-${piece.kind}`])
  if (piece.kind === 'head') {
    const fact = piece.key.replace('head ', '') as 'symbol'
    return `${kind}: ${say(texts[`head-${fact}`])}`
  }
  // The document itself has no number for its preamble.
  return piece.ref && piece.ref !== preambleRef ? `${kind} ${refName(say, piece.ref)}` : kind
}

export function PieceCard(props: PieceProps) {
  const { reader, piece, isOpen } = props
  const { say } = reader
  return (
    <li id={pieceId(piece.key)} class={piece.decision ? 'piece piece-decided' : 'piece'}>
      <div class="piece-head">
        <h3>{pieceName(reader, piece)}</h3>
        <a class="meta" href={`#${lineId(piece.line)}`}>
          {say(texts.lineNumber, { line: String(piece.line) })}
        </a>
        <Certainty reader={reader} piece={piece} />
        <Verdict reader={reader} piece={piece} />
      </div>
      <p lang="vi">{piece.text || <span class="soft">{say(texts.notRead)}</span>}</p>
      <Doubts reader={reader} piece={piece} />
      <Made {...props} />
      {isOpen && piece.kind === 'target' && <LinkForm {...props} />}
      {isOpen && <VerdictForms {...props} />}
    </li>
  )
}

function Certainty({ reader, piece }: { reader: Reader; piece: ReviewedPiece }) {
  const share = piece.kind === 'fault' ? '' : ` ${reader.percent(piece.confidence, 0)}`
  if (piece.isDoubtful) return <Mark tone="warn">{reader.say(texts.doubtful) + share}</Mark>
  if (piece.confidence >= sureConfidence) return <Mark tone="good">{reader.say(texts.sure) + share}</Mark>
  return (
    <Mark tone="note" shape="wave">
      {reader.say(texts.likely) + share}
    </Mark>
  )
}

const verdictTones = { accepted: 'good', corrected: 'note', rejected: 'none' } as const
const verdictShapes = { accepted: 'check', corrected: 'pen', rejected: 'cross' } as const

function Verdict({ reader, piece: { decision: verdict } }: { reader: Reader; piece: ReviewedPiece }) {
  if (!verdict) return null
  return (
    <>
      <Mark tone={verdictTones[verdict.verdict]} shape={verdictShapes[verdict.verdict]}>
        {reader.say(texts[`verdict-${verdict.verdict}`])}
      </Mark>
      <span class="meta">
        {verdict.by ?? '–'}, {reader.instant(new Date(verdict.at))}
      </span>
    </>
  )
}

function Doubts({ reader: { say }, piece }: { reader: Reader; piece: ReviewedPiece }) {
  if (piece.doubts.length === 0) return null
  return (
    <ul class="piece-doubts">
      {piece.doubts.map((doubt) => (
        <li key={`${doubt.kind} ${doubt.text}`}>
          {say(texts[`doubt-${doubt.kind}`])}
          {doubt.kind === 'converted-letters' && <> · {doubt.about}</>}
          {doubt.suggestion !== null && doubt.suggestion !== piece.text && (
            <> · {say(texts.suggestion, { text: doubt.suggestion })}</>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the piece stands for in the plan. */
function Made({ reader, piece, indicators, agencies }: PieceProps) {
  const { say } = reader
  const { title, indicator, agencies: codes } = piece.made
  const named = indicators.find(({ code }) => code === indicator)
  const isLeft = piece.kind === 'target' && piece.decision?.correction?.indicator === null
  const names = codes.map((code) => agencies.find((each) => each.code === code)?.name ?? code)
  return (
    <div class="piece-made">
      {title && (
        <p>
          <strong>{say(title)}</strong> {!isTranslated(title) && <span class="meta">({say(texts.untranslated)})</span>}
        </p>
      )}
      {named && <p>{say(texts.followedBy, { indicator: say(named.name) })}</p>}
      {isLeft && <p>{say(texts.followedByNone)}</p>}
      {names.length > 0 && <p>{say(texts.agency, { agency: names.join('; ') })}</p>}
      {piece.lack && piece.decision?.verdict !== 'rejected' && (
        <p>
          <Mark tone="bad" shape="alert">
            {say(texts[`lack-${piece.lack as 'indicator'}`])}
          </Mark>
        </p>
      )}
    </div>
  )
}

function Back({ back }: Pick<PieceProps, 'back'>) {
  return (
    <>
      <Hidden name="_key" value={newId()} />
      <Hidden name="filter" value={back.filter} />
      <Hidden name="from" value={back.from} />
    </>
  )
}

function VerdictForms(props: PieceProps) {
  const { reader, importId, piece, back } = props
  return (
    <div class="actions">
      <VerdictForm {...props} verdict="accepted" label={reader.say(texts.accept)} />
      <LinkButton href={importPiecePath.to({ id: importId }, { key: piece.key, ...back })}>
        {reader.say(texts.correct)}
        <span class="unseen"> {pieceName(reader, piece)}</span>
      </LinkButton>
      <VerdictForm {...props} verdict="rejected" label={reader.say(texts.reject)} />
    </div>
  )
}

function VerdictForm(props: PieceProps & { verdict: 'accepted' | 'rejected'; label: string }) {
  const { reader, importId, piece, back, verdict, label } = props
  return (
    <form method="post" action={importPiecePath.to({ id: importId })}>
      <Back back={back} />
      <Hidden name="key" value={piece.key} />
      <Hidden name="version" value={String(piece.decision?.version ?? 0)} />
      <Hidden name="verdict" value={verdict} />
      <SubmitButton tone="quiet">
        {label}
        <span class="unseen"> {pieceName(reader, piece)}</span>
      </SubmitButton>
    </form>
  )
}

/** The indicators that fit best first, each with how well its words do; then all others. */
function LinkForm({ reader, importId, piece, indicators, back }: PieceProps) {
  const { say } = reader
  const suggested = new Set(piece.suggestions.map(({ code }) => code))
  const chosen = piece.made.indicator
  const field = `field-link-${pieceId(piece.key)}`
  const option = (code: string, label: string) => (
    <option key={code} value={code} selected={code === chosen}>
      {label}
    </option>
  )
  return (
    <form class="piece-link" method="post" action={importLinkPath.to({ id: importId })}>
      <Back back={back} />
      <Hidden name="version" value={String(piece.decision?.version ?? 0)} />
      <Hidden name="key" value={piece.key} />
      <label for={field}>{say(texts.linkTo)}</label>
      <select id={field} name="indicator" class="input">
        <option value="">{say(texts.linkNone)}</option>
        {piece.suggestions.map(({ code, name, score }) =>
          option(code, say(texts.linkScore, { name: say(name), score: reader.percent(score, 0) })),
        )}
        <optgroup label={say(texts.otherIndicators)}>
          {indicators.filter(({ code }) => !suggested.has(code)).map(({ code, name }) => option(code, say(name)))}
        </optgroup>
      </select>
      <SubmitButton tone="quiet">
        {say(texts.link)}
        <span class="unseen"> {pieceName(reader, piece)}</span>
      </SubmitButton>
    </form>
  )
}
