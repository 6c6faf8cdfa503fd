/** The register of issued documents as a list that prints, with what is unexplained beneath it. */
import { myAccount } from '#modules/access'
import { ifAllowed, type Route, type Visit } from '#platform/web/page.ts'
import { LinkButton } from '#ui/form.tsx'
import { PageHeader, Section } from '#ui/layout.tsx'
import type { List } from '#ui/list.tsx'
import { listPage, rowsOf } from '#ui/list-page.ts'
import { type Reader, readerOf } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import type { DocumentKind, NumberGap, RegisterEntry } from './model.ts'
import { gapPath, newEntryPath, registerPath, unusedPath } from './paths.ts'
import { gaps, kinds, list, register } from './register.operations.ts'
import { texts } from './texts.ts'

interface RegisterExtra {
  readonly kinds: readonly DocumentKind[]
  /** The reader's own unit, until they ask for another. */
  readonly unit: string | undefined
}

/** 05/BC-UBND; 01-411 where a gap is explained. */
function numberOf({ firstNumber, lastNumber, symbol }: RegisterEntry): string {
  const written = (number: number) => String(number).padStart(2, '0')
  if (lastNumber > firstNumber) return `${written(firstNumber)}–${written(lastNumber)}`
  return symbol ? `${written(firstNumber)}/${symbol}` : written(firstNumber)
}

/** The columns of the decree's form of the register (NĐ 30/2020/NĐ-CP, Phụ lục IV, mục I) that a system knows. */
const registerList: List<RegisterEntry, RegisterExtra> = {
  id: 'issued-documents',
  caption: texts.register,
  keyOf: ({ id }) => id,
  fileName: ({ filter }) => `issued-documents-${filter.unit ?? ''}-${filter.year ?? ''}`,
  empty: ({ reader: { say } }) => ({ title: say(texts.nothing), hint: say(texts.nothingHint) }),
  filters: [
    { name: 'unit', label: texts.unit, kind: 'short', initial: ({ extra }) => extra.unit },
    { name: 'year', label: texts.year, kind: 'short', initial: ({ today }) => today.slice(0, 4) },
    {
      name: 'kind',
      label: texts.kind,
      kind: 'choice',
      all: texts.allKinds,
      options: ({ extra, reader }) => extra.kinds.map(({ code, name }) => ({ value: code, label: reader.say(name) })),
    },
  ],
  columns: [
    {
      key: 'number',
      size: 'narrow',
      label: texts.number,
      rowHeader: true,
      render: (row, { reader }) => (
        <>
          {numberOf(row)} {row.isSample && <SampleLabel reader={reader} />}
        </>
      ),
      file: { value: numberOf, width: 18 },
    },
    {
      key: 'issuedOn',
      label: texts.issuedOn,
      render: ({ issuedOn }, { reader }) => issuedOn && reader.date(issuedOn),
      file: { value: ({ issuedOn }) => issuedOn, width: 14, kind: 'date' },
    },
    {
      key: 'title',
      label: texts.kindAndTitle,
      render: (row, { reader }) => <TitleCell reader={reader} row={row} />,
      file: { value: (row, { reader }) => titleText(reader, row), width: 60 },
    },
    {
      key: 'signatory',
      label: texts.signatory,
      render: ({ signatory }) => signatory,
      file: { value: ({ signatory }) => signatory, width: 24 },
    },
    {
      key: 'recipients',
      label: texts.recipients,
      render: ({ recipients }) => recipients,
      file: { value: ({ recipients }) => recipients, width: 40 },
    },
    {
      key: 'keptBy',
      label: texts.keptBy,
      render: ({ keptBy }) => keptBy,
      file: { value: ({ keptBy }) => keptBy, width: 20 },
    },
    {
      key: 'note',
      label: texts.note,
      render: (row, { reader }) => noteText(reader, row),
      file: { value: (row, { reader }) => noteText(reader, row), width: 40 },
    },
  ],
}

function titleText({ say }: Reader, { kindName, title }: RegisterEntry): string {
  return title ? `${say(kindName)}: ${title}` : say(kindName)
}

function noteText({ say }: Reader, { note, reason }: RegisterEntry): string {
  return [note, reason && say(texts.unused, { reason })].filter(Boolean).join('. ')
}

function TitleCell({ reader, row }: { reader: Reader; row: RegisterEntry }) {
  const { id, state, isByModule } = row
  return (
    <>
      {titleText(reader, row)}
      {state === 'issued' && !isByModule && (
        <small>
          <a href={unusedPath.to({ id })}>{reader.say(texts.markUnused)}</a>
        </small>
      )}
    </>
  )
}

const registerPage = listPage({
  at: registerPath,
  list: registerList,
  rows: rowsOf(list),
  extra: async (visit) => ({ kinds: await visit.perform(kinds, {}), unit: await ownUnit(visit) }),
  frame: async (visit, { body, context }) => {
    const { unit = '', year = '' } = context.filter
    const reader = readerOf(visit.language)
    const unexplained = unit && year ? await ifAllowed(visit, gaps, { unit, year }) : undefined
    const mayEnter = unit !== '' && (await visit.may(register, emptyDocument(unit, visit.today)))
    return {
      title: visit.say(texts.register),
      width: 'wide',
      body: (
        <>
          <PageHeader
            title={visit.say(texts.register)}
            lead={visit.say(texts.lead)}
            actions={mayEnter && <LinkButton href={newEntryPath.to({ unit })}>{visit.say(texts.add)}</LinkButton>}
          />
          {body}
          {unexplained && unexplained.length > 0 && (
            <Gaps reader={reader} place={{ unit, year }} gaps={unexplained} mayExplain={mayEnter} />
          )}
        </>
      ),
    }
  },
})

async function ownUnit(visit: Visit): Promise<string | undefined> {
  if (!visit.caller.account) return undefined
  return (await visit.perform(myAccount, {})).grants[0]?.unit.code
}

/** An input that is whole, to ask for rights with. */
function emptyDocument(unit: string, issuedOn: string) {
  const empty = { recipients: '', keptBy: '', note: '' }
  return { unit, issuedOn, kind: 'report', symbol: 'BC', title: '-', signatory: '-', ...empty }
}

function Gaps(props: {
  reader: Reader
  place: { readonly unit: string; readonly year: string }
  gaps: readonly NumberGap[]
  mayExplain: boolean
}) {
  const { reader, place, mayExplain } = props
  return (
    <Section id="gaps" title={reader.say(texts.gaps)} lead={reader.say(texts.gapsLead)}>
      <ul class="list">
        {props.gaps.map((gap) => (
          <li key={`${gap.kind} ${gap.firstNumber}`}>
            {gapText(reader, gap)}{' '}
            {mayExplain && <a href={gapPath.to({ ...place, ...numbersOf(gap) })}>{reader.say(texts.explain)}</a>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function gapText({ say }: Reader, { kindName, firstNumber, lastNumber }: NumberGap): string {
  const first = firstNumber === lastNumber ? 'same' : String(firstNumber)
  return say(texts.gapOf, { kind: say(kindName), first, last: String(lastNumber) })
}

function numbersOf({ kind, firstNumber, lastNumber }: NumberGap) {
  return { kind, firstNumber, lastNumber }
}

export const routes: Route[] = [registerPage]
