/** The pages of directing documents: the list, and one of them with what of the plan it implements. */
import type { ComponentChildren } from 'preact'
import { newId } from '#kernel/id.ts'
import { myAccount } from '#modules/access'
import { unitPath } from '#modules/organisation'
import { action, type Route, type Visit, view } from '#platform/web/page.ts'
import { sendStored } from '#platform/web/stored-file.ts'
import { TextField } from '#ui/fields.tsx'
import { FilterForm, Form, Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, Facts, PageHeader, Section } from '#ui/layout.tsx'
import type { List } from '#ui/list.tsx'
import { listPage, rowsOf } from '#ui/list-page.ts'
import { type Reader, readerOf } from '#ui/reader.ts'
import { documentImport } from './document-import.operations.ts'
import { add, document, documentFile, findItems, kinds, list, tie, untie } from './document-records.operations.ts'
import type { DocumentKind, NamedItem, PolicyDocument } from './model.ts'
import {
  documentPath,
  documentsPath,
  editDocumentPath,
  filePath,
  importsPath,
  itemsPath,
  newDocumentPath,
} from './paths.ts'
import { texts } from './texts.ts'

const documentList: List<PolicyDocument, { readonly kinds: readonly DocumentKind[] }> = {
  id: 'policy-documents',
  caption: texts.documents,
  keyOf: ({ id }) => id,
  fileName: ({ today }) => `policy-documents-${today}`,
  empty: ({ reader: { say } }) => ({ title: say(texts.nothing), hint: say(texts.nothingHint) }),
  filters: [
    { name: 'unit', label: texts.issuerCode, kind: 'short' },
    { name: 'year', label: texts.year, kind: 'short' },
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
      render: ({ id, number }) => <a href={documentPath.to({ id })}>{number}</a>,
      file: { value: ({ number }) => number, width: 20 },
    },
    {
      key: 'issuedOn',
      label: texts.issuedOn,
      render: ({ issuedOn }, { reader }) => reader.date(issuedOn),
      file: { value: ({ issuedOn }) => issuedOn, width: 14, kind: 'date' },
    },
    {
      key: 'issuer',
      label: texts.issuer,
      render: ({ unit }) => <a href={unitPath.to({ code: unit.code })}>{unit.name}</a>,
      file: { value: ({ unit }) => unit.name, width: 36 },
    },
    {
      key: 'title',
      label: texts.title,
      render: (row, { reader }) => <TitleCell reader={reader} row={row} />,
      file: { value: ({ title }) => title, width: 70 },
    },
    {
      key: 'state',
      label: texts.state,
      render: (row, { reader, today }) => stateText(reader, row, today),
      file: { value: (row, { reader, today }) => stateText(reader, row, today), width: 30 },
    },
  ],
}

function TitleCell({ reader, row }: { reader: Reader; row: PolicyDocument }) {
  return (
    <>
      {row.title}
      <small>{[reader.say(row.kindName), ...(row.isPublic ? [] : [reader.say(texts.notPublic)])].join(' · ')}</small>
    </>
  )
}

function stateText({ say, date }: Reader, row: PolicyDocument, today: string): string {
  if (row.endedOn === null) return say(texts.inForce)
  const ends = row.endedOn > today ? [say(texts.inForce)] : []
  const replaced = row.replacedBy ? [say(texts.replacedBy, { number: row.replacedBy.number })] : []
  return [...ends, say(texts.endsOn, { date: date(row.endedOn) }), ...replaced].join('. ')
}

const documentsPage = listPage({
  at: documentsPath,
  list: documentList,
  rows: rowsOf(list),
  extra: async (visit) => ({ kinds: await visit.perform(kinds, {}) }),
  frame: async (visit, { body }) => {
    const unit = await unitToRecordAt(visit)
    const mayImport = await visit.may(documentImport.operations.list)
    return {
      title: visit.say(texts.documents),
      width: 'wide',
      body: (
        <>
          <PageHeader
            title={visit.say(texts.documents)}
            lead={visit.say(texts.lead)}
            actions={
              <>
                {mayImport && <LinkButton href={importsPath.to()}>{visit.say(texts.importTitle)}</LinkButton>}
                {unit && <LinkButton href={newDocumentPath.to({ unit })}>{visit.say(texts.add)}</LinkButton>}
              </>
            }
          />
          {body}
        </>
      ),
    }
  },
})

/** The unit at which the reader may record documents: the one looked at, else the first of their own. */
async function unitToRecordAt(visit: Visit): Promise<string | undefined> {
  if (!visit.caller.account) return undefined
  const { grants } = await visit.perform(myAccount, {})
  const codes = [...(visit.query.unit ? [visit.query.unit] : []), ...grants.map(({ unit }) => unit.code)]
  for (const unit of codes) if (await visit.may(add, emptyDocument(unit, visit.today))) return unit
  return undefined
}

/** An input that is whole, to ask for rights with. */
function emptyDocument(unit: string, issuedOn: string) {
  return { unit, number: '-', title: '-', kind: 'plan', issuedOn }
}

const documentPage = view(documentPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const answer = await visit.perform(document, visit.params)
  const item = { kind: 'clause', id: '-' }
  const mayEdit = await visit.may(tie, { ...visit.params, item })
  const query = visit.query.q?.slice(0, 100) ?? ''
  const choices = mayEdit && query ? await visit.perform(findItems, { query }) : []
  return {
    title: answer.number,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: documentsPath.to(), label: say(texts.documents) }, { label: answer.number }]}
        />
        <PageHeader
          title={answer.title}
          kicker={`${say(answer.kindName)} ${answer.number}`}
          actions={mayEdit && <LinkButton href={editDocumentPath.to(visit.params)}>{say(texts.edit)}</LinkButton>}
        />
        <Facts items={factsOf(reader, answer, visit.today)} />
        <Section id="implements" title={say(texts.implements)}>
          {answer.items.length === 0 && <p class="soft">{say(texts.implementsNothing)}</p>}
          <Items reader={reader} id={answer.id} items={answer.items} verb={mayEdit ? 'untie' : undefined} />
          {mayEdit && (
            <FilterForm reader={reader} action={`${documentPath.to(visit.params)}#implements`}>
              <TextField
                form={{ reader }}
                name="q"
                type="search"
                label={say(texts.findItem)}
                hint={say(texts.findItemHint)}
                value={query}
                optional
              />
            </FilterForm>
          )}
          {query && choices.length === 0 && <p>{say(texts.noItem)}</p>}
          <Items reader={reader} id={answer.id} items={choices} verb="tie" />
        </Section>
      </>
    ),
  }
})

function factsOf(reader: Reader, result: PolicyDocument, today: string) {
  const { say } = reader
  const { unit, issuedOn, replacedBy, fileName, id, isPublic } = result
  const facts: { label: string; value: ComponentChildren }[] = [
    { label: say(texts.issuer), value: <a href={unitPath.to({ code: unit.code })}>{unit.name}</a> },
    { label: say(texts.issuedOn), value: reader.date(issuedOn) },
    { label: say(texts.state), value: stateText(reader, result, today) },
    {
      label: say(texts.replacing),
      value: replacedBy && <a href={documentPath.to({ id: replacedBy.id })}>{replacedBy.number}</a>,
    },
    { label: say(texts.isPublic), value: isPublic ? undefined : say(texts.notPublic) },
    { label: say(texts.file), value: fileName && <a href={filePath.to({ id })}>{fileName}</a> },
  ]
  return facts.filter(({ value }) => value)
}

function Items(props: { reader: Reader; id: string; items: readonly NamedItem[]; verb?: 'tie' | 'untie' }) {
  const { reader, id, items, verb } = props
  return (
    <ul class="list">
      {items.map(({ kind, id: itemId, name, detail, href }) => (
        <li key={`${kind} ${itemId}`}>
          <a href={href}>{name[reader.language]}</a>{' '}
          <span class="meta">{`${reader.say(texts[kind])} · ${detail[reader.language]}`}</span>
          {verb && (
            <Form form={{ reader }} action={itemsPath.to({ id })} formKey={newId()}>
              <Hidden name="kind" value={kind} />
              <Hidden name="id" value={itemId} />
              <Hidden name="do" value={verb} />
              <SubmitButton tone="quiet">{reader.say(texts[verb])}</SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

const itemsAction = action(itemsPath, async (visit) => {
  const { kind, id, do: verb } = (await visit.form()).fields
  const isTied = verb === 'tie'
  await visit.perform(isTied ? tie : untie, { id: visit.params.id, item: { kind, id } })
  return visit.go(`${documentPath.to(visit.params)}#implements`, isTied ? texts.tied : texts.untied)
})

const fileRoute = view(filePath, async (visit) => {
  return sendStored(visit.http, visit.engine.files, await visit.perform(documentFile, visit.params))
})

const shownOnUnit = 5

/** Of the page of a unit: its latest documents. */
export async function unitDocuments(
  visit: Visit,
  { code, on }: { readonly code: string; readonly on: string },
): Promise<ComponentChildren> {
  const reader = readerOf(visit.language)
  const { rows } = await visit.perform(list, { unit: code, on, limit: shownOnUnit })
  if (rows.length === 0) return null
  return (
    <Section id="policy-documents" title={reader.say(texts.documents)}>
      <ul class="list">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={documentPath.to({ id: row.id })}>{row.title}</a>{' '}
            <span class="meta">{`${row.number} · ${reader.date(row.issuedOn)}`}</span>
          </li>
        ))}
      </ul>
      {/* A code of the past may be another unit's today. */}
      {on === visit.today && (
        <p>
          <a href={documentsPath.to({ unit: code })}>{reader.say(texts.ofUnit)}</a>
        </p>
      )}
    </Section>
  )
}

export const routes: Route[] = [documentsPage, documentPage, itemsAction, fileRoute]
