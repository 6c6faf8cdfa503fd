/** The form that puts something else in the place of what was read, with the fields of that kind of piece. */
import { newId } from '#kernel/id.ts'
import { listIndicatorsOperation } from '#modules/indicators'
import { longAction, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { DateField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form, type FormEntry, type FormState, Hidden, SubmitButton } from '#ui/form.tsx'
import { PageHeader } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { AskedFields, askedIn } from '../amendments/target-change.pages.tsx'
import { importPiecePath } from '../paths.ts'
import { DutyRole, Target } from '../plan.model.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { texts as amendmentTexts } from '../versions/versions.texts.ts'
import { isTranslated } from './fact-basis.rules.ts'
import { planImport, type ReviewedPiece } from './import-drafts.operations.ts'
import { backTo } from './import-review.pages.tsx'
import { ImportTrail } from './import-trail.view.tsx'
import { pieceName } from './piece-card.view.tsx'
import { judgePiece } from './piece-verdicts.operations.ts'
import { texts } from './plan-imports.texts.ts'

type PieceVisit = Visit<'/plan/imports/:id/piece'>

interface Choices {
  readonly indicators: readonly { value: string; label: string }[]
  readonly agencies: readonly { value: string; label: string }[]
}

async function pieceView(visit: PieceVisit, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const input = entry.values ?? visit.query
  const answer = await visit.perform(planImport, { id: visit.params.id, piece: input.key ?? '' })
  const [piece] = answer.pieces
  const { indicators } = await visit.perform(listIndicatorsOperation, {})
  const choices = {
    indicators: indicators.map(({ code, name }) => ({ value: code, label: say(name) })),
    agencies: answer.agencies.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
  }
  const form = { reader, ...entry }
  return {
    title: say(texts.correctTitle),
    body: (
      <>
        <ImportTrail reader={reader} id={visit.params.id} here={say(texts.correctTitle)} />
        <PageHeader title={say(texts.correctTitle)} lead={piece && pieceName(reader, piece)} />
        {piece && (
          <>
            <blockquote class="measure" lang="vi">
              <p>{piece.text || say(texts.notRead)}</p>
            </blockquote>
            <Form form={form} action={importPiecePath.to(visit.params)} formKey={newId()}>
              <Hidden name="key" value={piece.key} />
              <Hidden name="kind" value={piece.kind} />
              <Hidden name="version" value={String(piece.decision?.version ?? 0)} />
              <Hidden name="verdict" value="corrected" />
              <Hidden name="filter" value={input.filter ?? ''} />
              <Hidden name="from" value={input.from ?? ''} />
              <Fields form={form} piece={piece} choices={choices} />
              <SubmitButton>{say(texts.save)}</SubmitButton>
            </Form>
          </>
        )}
      </>
    ),
  }
}

function Fields(props: { form: FormState; piece: ReviewedPiece; choices: Choices }) {
  switch (props.piece.kind) {
    case 'head':
    case 'fault':
      return <WordsField {...props} />
    case 'basis':
      return <BasisFields {...props} />
    case 'item':
      return <TitleFields {...props} />
    case 'target':
      return <TargetFields {...props} />
    case 'duty':
      return <DutyFields {...props} />
    case 'part':
      return <PartFields {...props} />
  }
}

interface FieldsProps {
  readonly form: FormState
  readonly piece: ReviewedPiece
  readonly choices: Choices
}

function TitleFields({ form, piece }: Omit<FieldsProps, 'choices'>) {
  const { say } = form.reader
  const { title } = piece.made
  return (
    <>
      <TextField form={form} name="titleVi" label={say(texts.titleVi)} value={title?.vi} />
      <TextField
        form={form}
        name="titleEn"
        label={say(texts.titleEn)}
        value={title && isTranslated(title) ? title.en : ''}
        optional
      />
    </>
  )
}

function WordsField({ form, piece }: FieldsProps) {
  const { say } = form.reader
  const hints: ReadonlyMap<string, string> = new Map(
    Object.entries({
      'head issuedOn': say(texts.dateHint),
      'head period': say(texts.periodHint),
    }),
  )
  const read = piece.doubts[0]?.suggestion ?? piece.text
  const value = piece.decision?.correction?.words ?? (piece.kind === 'head' && hints.get(piece.key) ? '' : read)
  return (
    <TextArea form={form} name="words" label={say(texts.words)} hint={hints.get(piece.key)} value={value} rows={3} />
  )
}

function BasisFields({ form, piece }: FieldsProps) {
  const { say } = form.reader
  const given = piece.decision?.correction?.basis
  return (
    <>
      <TextField form={form} name="number" label={say(texts.symbol)} value={given?.number} short />
      <DateField form={form} name="issuedOn" label={say(texts.issuedOn)} value={given?.issuedOn} />
      <TextField form={form} name="titleVi" label={say(texts.titleVi)} value={given?.title?.vi} />
      <TextField form={form} name="titleEn" label={say(texts.titleEn)} value={given?.title?.en} optional />
    </>
  )
}

function TargetFields({ form, piece, choices }: FieldsProps) {
  const { say } = form.reader
  const given = piece.decision?.correction
  const comparator = given?.comparator ?? Target.shape.comparator.safeParse(piece.read?.comparator).data ?? '>='
  const value = given?.value === undefined ? (piece.read?.value ?? null) : given.value
  const year = given?.year ?? piece.read?.year
  return (
    <>
      <TitleFields form={form} piece={piece} />
      <SelectField
        form={form}
        name="indicator"
        label={say(texts.linkTo)}
        value={piece.made.indicator ?? undefined}
        optional
        emptyLabel={say(texts.linkNone)}
        options={choices.indicators}
      />
      <TextField form={form} name="year" label={say(texts.year)} value={year ? String(year) : ''} short />
      <AskedFields form={form} old={{ comparator, value }} />
      <SelectField
        form={form}
        name="mode"
        label={say(amendmentTexts.mode)}
        value={given?.mode ?? piece.read?.mode ?? 'reach'}
        options={Target.shape.mode.options.map((mode) => ({ value: mode, label: say(amendmentTexts[`mode-${mode}`]) }))}
      />
    </>
  )
}

function DutyFields({ form, piece, choices }: FieldsProps) {
  const { say } = form.reader
  const [first, ...others] = piece.made.agencies
  return (
    <>
      <TitleFields form={form} piece={piece} />
      <SelectField form={form} name="agency" label={say(texts.agencies)} value={first} options={choices.agencies} />
      <TextField
        form={form}
        name="agencies"
        label={say(texts.moreAgencies)}
        hint={say(texts.agenciesHint)}
        value={others.join(', ')}
        optional
      />
      <SelectField
        form={form}
        name="role"
        label={say(planTexts.role)}
        value={piece.decision?.correction?.role}
        optional
        emptyLabel={say(texts.asRead)}
        options={DutyRole.options.map((role) => ({ value: role, label: say(planTexts[`role-${role}`]) }))}
      />
    </>
  )
}

function PartFields({ form, piece, choices }: FieldsProps) {
  const { say } = form.reader
  const [lead, coordinator] = piece.made.agencies
  const due = piece.decision?.correction?.approvalDue
  return (
    <>
      <TitleFields form={form} piece={piece} />
      <SelectField
        form={form}
        name="agency"
        label={say(planTexts['role-lead'])}
        value={lead}
        options={choices.agencies}
      />
      <SelectField
        form={form}
        name="coordinator"
        label={say(planTexts['role-coordinate'])}
        value={coordinator}
        options={choices.agencies}
      />
      <TextField
        form={form}
        name="quarter"
        label={say(texts.quarter)}
        value={due ? String(due.quarter) : ''}
        short
        optional
      />
      <TextField form={form} name="year" label={say(texts.year)} value={due ? String(due.year) : ''} short optional />
    </>
  )
}

type Fields = Readonly<Record<string, string>>

/** The fields of a form as a correction; an empty field stays as read. */
export function correctionIn(visit: Pick<Visit, 'language'>, fields: Fields): Record<string, unknown> {
  const text = (name: string) => fields[name]?.trim() || undefined
  const title = text('titleVi') ? { vi: text('titleVi'), en: text('titleEn') ?? text('titleVi') } : undefined
  const codes = [fields.agency, ...(fields.agencies ?? '').split(',')].map((code) => code?.trim()).filter(Boolean)
  const agencies = codes.length > 0 ? codes : undefined
  const whole = (name: string) => (text(name) ? Number(text(name)) || text(name) : undefined)
  switch (fields.kind) {
    case 'basis':
      return { basis: { number: text('number'), issuedOn: text('issuedOn'), title } }
    case 'target':
      return {
        subject: title,
        indicator: text('indicator') ?? null,
        year: whole('year'),
        ...askedIn(visit.language, fields),
        mode: text('mode'),
      }
    case 'duty':
      return { title, agencies, role: text('role') }
    case 'part': {
      const approvalDue = text('year') ? { year: whole('year'), quarter: whole('quarter') ?? 4 } : undefined
      return { title, agencies, coordinator: text('coordinator'), approvalDue }
    }
    case 'item':
      return { title }
    default:
      return { words: text('words') }
  }
}

const piecePage = view(importPiecePath, (visit) => pieceView(visit))

const judgeAction = longAction(importPiecePath, async (visit) => {
  const { fields } = await visit.form()
  return submit(visit, {
    operation: judgePiece,
    input: () => ({
      id: visit.params.id,
      piece: fields.key,
      version: fields.version,
      verdict: fields.verdict,
      correction: fields.verdict === 'corrected' ? correctionIn(visit, fields) : undefined,
    }),
    done: ({ id }) => visit.go(backTo(id, fields), texts.decidedNow),
    again: (problems, values) =>
      pieceView(visit, {
        problems: problems.map((problem) => ({ ...problem, path: problem.path?.slice(-1) })),
        values,
      }),
  })
})

export const routes: Route[] = [piecePage, judgeAction]
