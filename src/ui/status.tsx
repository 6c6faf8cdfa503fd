/** States that are always shape, word and colour; labels of samples and sources; figures at a glance. */
import type { ComponentChildren } from 'preact'
import type { Words } from '#kernel/language.ts'
import { Icon, type Shape } from '#ui/icon.tsx'
import type { Reader } from '#ui/reader.ts'
import { words } from '#ui/words.ts'

export type Tone = 'good' | 'warn' | 'bad' | 'none' | 'note'

interface Look {
  readonly tone: Tone
  readonly shape: Shape
  readonly words: Words
}

/** How a target stands against its trajectory. */
export type ProgressStatus = 'reached' | 'on-track' | 'at-risk' | 'off-track' | 'no-data'
/** Where a submission stands on its way. */
export type SubmissionStatus = 'not-started' | 'in-progress' | 'sent' | 'returned' | 'approved' | 'late' | 'closed'
/** How firm a value is. */
export type ValueStatus = 'estimate' | 'provisional' | 'confirmed'
export type Status = ProgressStatus | SubmissionStatus | ValueStatus

const looks: Record<Status, Look> = {
  reached: { tone: 'good', shape: 'check', words: words.reached },
  'on-track': { tone: 'good', shape: 'arrow', words: words.onTrack },
  'at-risk': { tone: 'warn', shape: 'alert', words: words.atRisk },
  'off-track': { tone: 'bad', shape: 'cross', words: words.offTrack },
  'no-data': { tone: 'none', shape: 'ring', words: words.noData },
  'not-started': { tone: 'none', shape: 'ring', words: words.notStarted },
  'in-progress': { tone: 'note', shape: 'pen', words: words.inProgress },
  sent: { tone: 'warn', shape: 'arrow', words: words.sent },
  returned: { tone: 'bad', shape: 'back', words: words.returned },
  approved: { tone: 'good', shape: 'check', words: words.approved },
  late: { tone: 'bad', shape: 'clock', words: words.late },
  closed: { tone: 'none', shape: 'ring', words: words.closedForm },
  estimate: { tone: 'none', shape: 'wave', words: words.estimate },
  provisional: { tone: 'warn', shape: 'dots', words: words.provisional },
  confirmed: { tone: 'good', shape: 'check', words: words.confirmed },
}

/** The tone, shape and words of a status, for drawings. */
export function lookOf(status: Status): Look {
  return looks[status]
}

export function StatusMark({ reader, status }: { reader: Reader; status: Status }) {
  const look = looks[status]
  return (
    <Mark tone={look.tone} shape={look.shape}>
      {reader.say(look.words)}
    </Mark>
  )
}

const toneShapes: Record<Tone, Shape> = { good: 'check', warn: 'alert', bad: 'cross', none: 'ring', note: 'arrow' }

/** A mark with words of its own: "Khớp", "Tăng 5,5%". */
export function Mark({ tone, shape, children }: { tone: Tone; shape?: Shape; children: ComponentChildren }) {
  return (
    <span class={`mark ${tone}`}>
      <Icon shape={shape ?? toneShapes[tone]} />
      {children}
    </span>
  )
}

/** "Số liệu mẫu": on every place that shows made-up data. */
export function SampleLabel({ reader }: { reader: Reader }) {
  return <span class="sample">{reader.say(words.sample)}</span>
}

/** Where a figure or a fact comes from. */
export function SourceNote(props: { reader: Reader; href?: string; asOf?: string; children: ComponentChildren }) {
  const { reader, href, asOf, children } = props
  return (
    <p class="source">
      {reader.say(words.source)} {href ? <a href={href}>{children}</a> : children}
      {asOf && <>, {reader.say(words.asOf, { date: reader.date(asOf) })}</>}
    </p>
  )
}

/** One number with its time below; `href` walks back to where it comes from. */
export function Figure(props: { reader: Reader; value: string; note?: string; href?: string }) {
  const { reader, value, note, href } = props
  return (
    <span class="figure">
      <strong>
        {href ? (
          <a href={href}>
            {value}
            <span class="unseen">, {reader.say(words.walkBack)}</span>
          </a>
        ) : (
          value
        )}
      </strong>
      {note && <small>{note}</small>}
    </span>
  )
}

export interface KeyFigure {
  readonly label: string
  readonly value: string
  readonly href?: string
}

/** The few numbers one looks at first, in a row; each can lead to its list. */
export function KeyFigures({ items }: { items: readonly KeyFigure[] }) {
  return (
    <dl class="key-figures">
      {items.map(({ label, value, href }) => (
        <div key={label}>
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface StripItem {
  readonly key: string
  readonly label: string
  readonly status: Status
  readonly href?: string
}

/** Every target as one small square: the whole plan at a glance. */
export function StatusStrip({ reader, label, items }: { reader: Reader; label: string; items: readonly StripItem[] }) {
  return (
    <ul class="strip" aria-label={label}>
      {items.map((item) => {
        const look = looks[item.status]
        const text = `${item.label}: ${reader.say(look.words)}`
        const face = (
          <>
            <Icon shape={look.shape} />
            <span class="unseen">{text}</span>
          </>
        )
        return (
          <li key={item.key}>
            {item.href ? (
              <a class={look.tone} href={item.href} title={text}>
                {face}
              </a>
            ) : (
              <span class={look.tone} title={text}>
                {face}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
