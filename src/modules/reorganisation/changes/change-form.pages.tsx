/** The form that adds one change, kind by kind: units typed by code or name, everything else where the kind needs it. */
import { newId } from '#kernel/id.ts'
import type { Problem } from '#kernel/problem.ts'
import { type ChangeKind, dayBefore, unitKindsOperation } from '#modules/organisation'
import { isChangedSince } from '#platform/judging.ts'
import { action, type Form as Posted, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form, Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { PageHeader } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { workingDecision } from '../decision-drafts.operations.ts'
import { DraftTrail } from '../desk/draft-history.view.tsx'
import { changeHints, changeWords, fieldWords, partWords } from '../entries/entries.texts.ts'
import { changeOf } from '../entries/entry-words.rules.ts'
import { addChangesPath, draftPath, removeChangePath } from '../paths.ts'
import { type ChangeForm, Part, ShareFields, TakerFields, UnitFields } from './change-fields.view.tsx'
import { addChanges, removeChange } from './change-list.operations.ts'
import { texts } from './change-sentences.texts.ts'

const mostParts = 20

interface Shown {
  readonly problems?: readonly Problem[]
  readonly values?: Posted['fields']
}

interface ChangeQuery {
  readonly id: string
  readonly act?: string
  readonly parts?: string
}

async function formView(visit: Visit, input: ChangeQuery, shown: Shown = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { id } = input
  const draft = await visit.perform(workingDecision, { id })
  const kinds = await visit.perform(unitKindsOperation, {})
  const kind = changeOf(input.act ?? '')
  const at: ChangeForm = {
    form: { reader, ...shown },
    eve: reader.date(dayBefore(draft.on)),
    kinds: kinds.map((kind) => ({ value: kind.code, label: say(kind.name) })),
  }
  const parts = partsIn(input.parts)
  return {
    title: kind ? say(changeWords[kind]) : say(texts.add),
    body: (
      <>
        <DraftTrail reader={reader} draft={draft} here={say(texts.add)} />
        <PageHeader
          title={kind ? say(changeWords[kind]) : say(texts.add)}
          lead={say(kind ? changeHints[kind] : texts.addLead)}
        />
        {kind ? (
          <ChangeFields id={id} version={versionIn(draft, shown)} kind={kind} at={at} parts={parts} />
        ) : (
          <Kinds reader={reader} id={id} />
        )}
      </>
    ),
  }
}

/** What may happen, each with a word about it. */
export function Kinds({ reader, id }: { reader: Reader; id: string }) {
  const { say } = reader
  return (
    <ul class="list">
      {(Object.keys(changeWords) as ChangeKind[]).map((kind) => (
        <li key={kind}>
          <a href={addChangesPath.to({ id }, { act: kind })}>{say(changeWords[kind])}</a>{' '}
          <span class="meta">{say(changeHints[kind])}</span>
        </li>
      ))}
    </ul>
  )
}

/** The version that the form was opened on, until its reader was told what changed since. */
function versionIn(draft: { version: number }, { problems = [], values }: Shown): string {
  const isStale = problems.some(isChangedSince)
  return (isStale ? undefined : values?.version) ?? String(draft.version)
}

interface ChangeFieldsProps {
  readonly id: string
  readonly version: string
  readonly kind: ChangeKind
  readonly at: ChangeForm
  readonly parts: number
}

function ChangeFields({ id, version, kind, at, parts }: ChangeFieldsProps) {
  const { say } = at.form.reader
  return (
    <Form form={at.form} action={addChangesPath.to({ id })} formKey={newId()}>
      <Hidden name="version" value={version} />
      <Hidden name="act" value={kind} />
      {kind === 'split' && <Hidden name="parts" value={String(parts)} />}
      {fieldsOf[kind](at, parts)}
      <div class="actions">
        <SubmitButton>{say(texts.addThis)}</SubmitButton>
        {kind === 'split' && parts < mostParts && (
          <SubmitButton tone="quiet" name="_do" value="more">
            {say(texts.morePart)}
          </SubmitButton>
        )}
        <LinkButton href={addChangesPath.to({ id })}>{say(texts.otherChange)}</LinkButton>
      </div>
    </Form>
  )
}

type Fields = (at: ChangeForm, parts: number) => preact.ComponentChildren

const fieldsOf: Readonly<Record<ChangeKind, Fields>> = {
  open: (at) => <UnitFields at={at} row={0} isAlone />,
  close: (at) => <UnitField at={at} name="code" />,
  rename: (at) => (
    <>
      <UnitField at={at} name="code" />
      <Plain at={at} name="name" />
    </>
  ),
  retype: (at) => (
    <>
      <UnitField at={at} name="code" />
      <Plain at={at} name="type" />
    </>
  ),
  move: (at) => (
    <>
      <UnitField at={at} name="code" />
      <UnitField at={at} name="parent" isTaker />
    </>
  ),
  merge: (at) => (
    <>
      <Givers at={at} />
      <TakerFields at={at} row={0} />
    </>
  ),
  split: (at, parts) => (
    <>
      <UnitField at={at} name="from" />
      {Array.from({ length: parts }, (_, row) => (
        <Part key={String(row)} at={at} row={row} />
      ))}
    </>
  ),
  transfer: (at) => (
    <>
      <UnitField at={at} name="from" />
      <UnitField at={at} name="to" isTaker />
      <ShareFields at={at} row={0} />
    </>
  ),
  pass: (at) => (
    <>
      <UnitField at={at} name="from" />
      <UnitField at={at} name="to" isTaker />
      <SelectField
        form={at.form}
        name="rows.0.part"
        label={at.form.reader.say(fieldWords.part)}
        options={(['full', 'partial'] as const).map((value) => ({
          value,
          label: at.form.reader.say(partWords[value]),
        }))}
      />
      <ShareFields at={at} row={0} />
      <Plain at={at} name="basis" optional />
    </>
  ),
  succeed: (at) => (
    <>
      <UnitField at={at} name="from" />
      <UnitField at={at} name="to" isTaker />
      <Plain at={at} name="scope" optional hint={at.form.reader.say(texts.scopeHint)} />
      <Plain at={at} name="basis" optional />
    </>
  ),
}

type UnitName = 'code' | 'from' | 'to' | 'parent'

function UnitField({ at, name, isTaker }: { at: ChangeForm; name: UnitName; isTaker?: boolean }) {
  const { form, eve } = at
  const { say } = form.reader
  const label = name === 'code' ? texts.unit : fieldWords[name]
  const hint = isTaker ? say(texts.takerHint) : say(texts.unitHint, { eve })
  return <TextField form={form} name={`rows.0.${name}`} label={say(label)} hint={hint} autocomplete="off" />
}

function Plain(props: {
  at: ChangeForm
  name: 'name' | 'type' | 'scope' | 'basis'
  optional?: boolean
  hint?: string
}) {
  const { at, name, optional, hint } = props
  const label = at.form.reader.say(fieldWords[name])
  return <TextField form={at.form} name={`rows.0.${name}`} label={label} hint={hint} optional={optional} />
}

function Givers({ at: { form, eve } }: { at: ChangeForm }) {
  const { say } = form.reader
  return (
    <TextArea
      form={form}
      name="rows.0.from"
      label={say(fieldWords.from)}
      hint={say(texts.severalHint, { eve })}
      rows={4}
    />
  )
}

/** `rows.1.share` belongs to the second row; every row of a split has the kind and the unit of the first. */
function rowsOf(fields: Posted['fields']): Record<string, string>[] {
  const { act = '' } = fields
  const isSplit = changeOf(act) === 'split'
  const from = fields['rows.0.from'] ?? ''
  return Array.from({ length: isSplit ? partsIn(fields.parts) : 1 }, (_, row) => {
    const start = `rows.${row}.`
    const own = Object.entries(fields).filter(([name, value]) => name.startsWith(start) && value.trim() !== '')
    const cells = own.map(([name, value]) => [name.slice(start.length), value])
    return { ...(isSplit ? { from } : {}), ...Object.fromEntries(cells), change: act }
  })
}

function partsIn(entry: string | undefined): number {
  return Math.min(mostParts, Math.max(2, Number(entry) || 2))
}

const page = view(addChangesPath, (visit) => formView(visit, { ...visit.query, ...visit.params }))

const add = action(addChangesPath, async (visit) => {
  const { fields } = await visit.form()
  const { act, parts } = fields
  const { id } = visit.params
  if (fields._do === 'more') return formView(visit, { id, act, parts: String(partsIn(parts) + 1) }, { values: fields })
  return submit(visit, {
    operation: addChanges,
    input: () => ({ id, version: fields.version, rows: rowsOf(fields) }),
    done: () => visit.go(`${draftPath.to({ id })}#acts`, texts.added),
    again: (problems, values) => formView(visit, { id, act, parts }, { problems: problems.filter(isShown), values }),
  })
})

/** The unit of a split is typed once. */
function isShown({ path }: Problem): boolean {
  return !(path?.[2] === 'from' && path[1] !== 0)
}

const remove = action(removeChangePath, async (visit) => {
  const { fields } = await visit.form()
  const { id } = visit.params
  await visit.perform(removeChange, { id, version: fields.version, place: fields.place })
  return visit.go(`${draftPath.to({ id })}#acts`, texts.removed, { place: fields.place ?? '' })
})

export const routes: Route[] = [page, add, remove]
