/** What the pages of a table import show: the file as it was understood, what is wrong with it, how far it is, what can be done next. */
import { columnLetters } from '#kernel/cell-address.ts'
import { sayIn, type Words } from '#kernel/language.ts'
import type { AnyTableImport, ImportStatus, PersonStep, TableFacts, TableImport } from '#platform/table-import/index.ts'
import { tableImportWorkflow } from '#platform/table-import/index.ts'
import { Facts, Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { Mark, type Tone } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { type StepOffer, WorkflowSteps } from '#ui/workflow.tsx'
import { stateWords, texts } from './texts.ts'

const tones: Readonly<Record<TableImport['state'], Tone>> = {
  reading: 'note',
  checked: 'warn',
  storing: 'note',
  stopped: 'warn',
  done: 'good',
  failed: 'bad',
  cancelled: 'none',
  undone: 'none',
}

export function StateMark({ reader, state }: { reader: Reader; state: TableImport['state'] }) {
  return <Mark tone={tones[state]}>{reader.say(stateWords[state])}</Mark>
}

interface Shown {
  readonly reader: Reader
  readonly kind: AnyTableImport
  readonly made: TableImport
}

/** How far it is; a share of the whole while somebody works on it. */
export function ImportFacts({ reader, made }: Omit<Shown, 'kind'>) {
  const { say, number, instant } = reader
  const { state, rowCount, wrongRowCount, storedCount, undoneCount, by, createdAt, failure } = made
  const share = shareOf(made)
  return (
    <>
      <Facts
        items={[
          ...(share === undefined ? [] : [{ label: say(texts.progress), value: reader.percent(share, 0) }]),
          { label: say(texts.rows), value: number(rowCount) },
          ...(wrongRowCount > 0 ? [{ label: say(texts.wrongRows), value: number(wrongRowCount) }] : []),
          ...(storedCount > 0 ? [{ label: say(texts.storedRows), value: number(storedCount) }] : []),
          ...(state === 'undone' ? [{ label: say(texts.undoneRows), value: number(undoneCount) }] : []),
          { label: say(texts.who), value: by },
          { label: say(texts.when), value: instant(createdAt) },
        ]}
      />
      {share !== undefined && (
        <p>
          <progress max={1} value={share} aria-label={say(texts.progress)} /> {say(texts.mayLeave)}
        </p>
      )}
      {failure && <p role="status">{failure[reader.language]}</p>}
    </>
  )
}

/** Of reading by the bytes of the rows, of storing by their lines. */
function shareOf({ state, facts, readBytes, storedLine }: TableImport): number | undefined {
  if (state === 'reading') return facts && facts.bytes > 0 ? readBytes / facts.bytes : 0
  if (state !== 'storing' || !facts) return undefined
  return Math.min(1, Math.max(0, (storedLine - facts.headLine) / Math.max(1, facts.rows)))
}

const encodings: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1258', 'Windows-1258'],
])

/** The first rows of the file, with what was made of its columns. */
export function PreviewSection({ reader, kind, facts }: { reader: Reader; kind: AnyTableImport; facts: TableFacts }) {
  const { say } = reader
  const headings = new Map([...facts.columns, ...facts.unknown].map(({ number, heading }) => [number, heading]))
  const numbers = [...headings.keys()].sort((a, b) => a - b)
  return (
    <Section id="preview" title={say(texts.preview)} lead={say(texts.previewLead)}>
      <Facts items={understood(reader, kind, facts)} />
      <DataTable
        reader={reader}
        id="preview-table"
        caption={say(texts.preview)}
        captionUnseen
        phone="scroll"
        rows={facts.sample}
        keyOf={({ line }) => String(line)}
        empty={null}
        columns={[
          {
            key: 'line',
            label: say(texts.line),
            rowHeader: true,
            size: 'narrow',
            align: 'end',
            render: ({ line }) => line,
          },
          ...numbers.map((number) => ({
            key: `c${number}`,
            label: say(texts.columnAs, { letters: columnLetters(number), heading: headings.get(number) ?? '' }),
            render: ({ cells }: TableFacts['sample'][number]) => cells[number - 1] ?? '',
          })),
        ]}
      />
    </Section>
  )
}

function understood(reader: Reader, kind: AnyTableImport, facts: TableFacts) {
  const { say, language } = reader
  const labels = new Map(kind.columns.map(({ key, label }) => [key, label[language]]))
  const columns = facts.columns.map(({ key, heading, number }) =>
    say(texts.understoodAs, { letters: columnLetters(number), heading, label: labels.get(key) ?? key }),
  )
  const unknown = facts.unknown.map(({ heading, number }) =>
    say(texts.columnAs, { letters: columnLetters(number), heading }),
  )
  const separator = facts.separator === '\t' ? 'tab' : facts.separator
  return [
    ...(facts.sheet === null ? [] : [{ label: say(texts.sheet), value: facts.sheet }]),
    ...(facts.encoding ? [{ label: say(texts.encoding), value: encodings.get(facts.encoding) ?? facts.encoding }] : []),
    ...(separator
      ? [
          { label: say(texts.separator), value: separator },
          { label: say(texts.numbersAs), value: separator === ',' ? '1,234.5' : '1.234,5' },
        ]
      : []),
    { label: say(texts.understood), value: columns.join('; ') },
    ...(unknown.length > 0 ? [{ label: say(texts.unknown), value: unknown.join('; ') }] : []),
    ...(facts.hiddenSheets.length > 0
      ? [{ label: say(texts.hiddenSheets), value: facts.hiddenSheets.join('; ') }]
      : []),
  ]
}

/** Where it stands, and what can be done next by whoever may; a step that is kept back says why. */
export function NextSteps({
  reader,
  kind,
  made,
  today,
}: Shown & { readonly made: ImportStatus; readonly today: string }) {
  const { id, state, rowCount, wrongRowCount, hindrances } = made
  const left = kind.mayLeaveOut ? wrongRowCount : 0
  const offer = (step: PersonStep, label: Words, tone: StepOffer['tone'] = 'quiet'): StepOffer => {
    return { step, label, tone, href: kind.paths.one.to({ id }), seen: { step } }
  }
  const offers = [
    // There is nothing to store of a file whose rows are all left out.
    ...(left < rowCount ? [offer('confirm', confirmText(rowCount - left, left), 'primary')] : []),
    offer('continue', texts.continue, 'primary'),
    offer('cancel', texts.cancel),
    offer('stop', texts.stop),
    ...(kind.undo ? [offer('undo', texts.undo)] : []),
  ]
  return (
    <WorkflowSteps
      reader={reader}
      flow={tableImportWorkflow}
      state={state}
      mark={<StateMark reader={reader} state={state} />}
      note={
        <p>
          {state === 'checked' && wrongRowCount > 0 && <>{reader.say(texts.mendFirst)} </>}
          <a href={kind.paths.list.to()}>{reader.say(texts.another)}</a>
        </p>
      }
      offers={offers}
      hindrances={hindrances}
      today={today}
    />
  )
}

/** With the rows that it stores, and those that it leaves out. */
function confirmText(count: number, left: number): Words {
  const text = left > 0 ? texts.confirmLeft : texts.confirm
  return { vi: sayIn('vi')(text, { count, left }), en: sayIn('en')(text, { count, left }) }
}
