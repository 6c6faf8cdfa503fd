/** The audit log on the screen: entries of a unit with filters, one entry with old and new, and the check of the chain. */
import { fieldWords } from '#kernel/field.ts'
import { type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { DateField, TextField } from '#ui/fields.tsx'
import { FilterForm, LinkButton } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, Facts, PageHeader, Pagination, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { myAccount } from '../roles.operations.ts'
import { actorWords, texts, viaWords, whyWords } from '../texts.ts'
import type { Entry } from './audit.model.ts'
import { auditEntries, auditEntry, verifyAudit } from './audit.operations.ts'

export const auditPath = path('/audit')
const entryPath = path('/audit/entries/:seq')
const chainPath = path('/audit/chain')

const auditPage = view(auditPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { account, operation, from, until, after } = visit.query
  const asked = nonEmpty({ unit: visit.query.unit ?? (await ownUnit(visit)), account, operation, from, until })
  const page = await visit.perform(auditEntries, nonEmpty({ ...asked, after }))
  const mayVerify = await visit.may(verifyAudit)
  return {
    title: say(texts.audit),
    width: 'wide',
    body: (
      <>
        <PageHeader
          title={say(texts.audit)}
          lead={say(texts.auditLead)}
          actions={mayVerify && <LinkButton href={chainPath.to()}>{say(texts.verify)}</LinkButton>}
        />
        <Filters reader={reader} asked={asked} />
        <EntryTable reader={reader} rows={page.rows} />
        <Pagination
          reader={reader}
          shown={page.rows.length}
          firstHref={after && auditPath.to(asked)}
          nextHref={page.next && auditPath.to({ ...asked, after: page.next })}
        />
      </>
    ),
  }
})

/** Where the reader looks first: the unit whose log they may read. */
async function ownUnit(visit: Visit): Promise<string | undefined> {
  const { grants, delegated } = await visit.perform(myAccount, {})
  return [...grants, ...delegated].find(({ role }) => role === 'auditor' || role === 'administrator')?.unit.code
}

/** An empty filter is none. */
function nonEmpty(given: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

function Filters({ reader, asked }: { reader: Reader; asked: Readonly<Record<string, string | undefined>> }) {
  const { say } = reader
  const form = { reader }
  const isFiltered = Boolean(asked.account || asked.operation || asked.from || asked.until)
  return (
    <FilterForm
      reader={reader}
      action={auditPath.to()}
      clearHref={isFiltered ? auditPath.to({ unit: asked.unit }) : undefined}
    >
      <TextField form={form} name="unit" label={say(texts.inviteAt)} value={asked.unit} optional short />
      <TextField form={form} name="account" label={say(texts.email)} value={asked.account} type="email" optional />
      <TextField
        form={form}
        name="operation"
        label={say(texts.operation)}
        hint={say(texts.operationHint)}
        value={asked.operation}
        optional
      />
      <DateField form={form} name="from" label={say(texts.from)} value={asked.from} optional />
      <DateField form={form} name="until" label={say(texts.until)} value={asked.until} optional />
    </FilterForm>
  )
}

function EntryTable({ reader, rows }: { reader: Reader; rows: readonly Entry[] }) {
  const { say } = reader
  const columns: Column<Entry>[] = [
    {
      key: 'seq',
      label: say(texts.number),
      rowHeader: true,
      size: 'narrow',
      render: (row) => <a href={entryPath.to({ seq: String(row.seq) })}>{reader.number(row.seq)}</a>,
    },
    { key: 'at', label: say(texts.at), size: 'narrow', render: (row) => reader.instant(row.at) },
    { key: 'actor', label: say(texts.actor), render: (row) => actorOf(reader, row) },
    { key: 'operation', label: say(texts.operation), render: (row) => <code>{row.operation}</code> },
    { key: 'subject', label: say(texts.subject), render: (row) => row.subject ?? '–' },
    { key: 'unit', label: say(texts.unit), render: (row) => row.unit?.name ?? '–' },
    { key: 'from', label: say(texts.via), phone: 'hide', render: (row) => wayOf(reader, row) },
  ]
  return (
    <DataTable
      reader={reader}
      id="audit"
      caption={say(texts.audit)}
      captionUnseen
      columns={columns}
      rows={rows}
      keyOf={(row) => String(row.seq)}
      empty={<EmptyState title={say(texts.auditEmpty)} />}
    />
  )
}

function actorOf(reader: Reader, { isSignedIn, actor }: Entry): string {
  const nobody = isSignedIn ? undefined : actorWords.get(actor)
  return nobody ? reader.say(nobody) : actor
}

/** How the call came in, and from which address where that says more. */
function wayOf(reader: Reader, { via, address }: Entry): string {
  const words = viaWords.get(via)
  return [words ? reader.say(words) : via, address === via ? undefined : address].filter(Boolean).join(' · ')
}

const entryPage = view(entryPath, async (visit): Promise<View> => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const entry = await visit.perform(auditEntry, { seq: visit.params.seq })
  const { onBehalfOf, purpose, field } = entry.detail
  const title = say(texts.entry, { seq: reader.number(entry.seq) })
  return {
    title,
    body: (
      <>
        <Breadcrumbs reader={reader} trail={[{ href: auditPath.to(), label: say(texts.audit) }, { label: title }]} />
        <PageHeader title={title} />
        <Facts
          items={[
            { label: say(texts.at), value: reader.instant(entry.at) },
            { label: say(texts.actor), value: actorOf(reader, entry) },
            ...(onBehalfOf ? [{ label: say(texts.onBehalfOf), value: onBehalfOf.name }] : []),
            { label: say(texts.via), value: wayOf(reader, entry) },
            { label: say(texts.operation), value: <code>{entry.operation}</code> },
            ...(purpose ? [{ label: say(texts.purpose), value: say(purpose) }] : []),
            ...(field ? [{ label: say(texts.field), value: say(fieldWords(field, visit.engine.fields)) }] : []),
            { label: say(texts.unit), value: entry.unit?.name ?? '–' },
            { label: say(texts.previousHash), value: <code>{entry.previousHash}</code> },
            { label: say(texts.hash), value: <code>{entry.hash}</code> },
          ]}
        />
        {entry.shown.length > 0 && (
          <Section id="shown" title={say(texts.shown, { count: entry.shown.length })}>
            <ul class="list">
              {entry.shown.map((name, index) => (
                <li key={`${name} ${index}`}>{name}</li>
              ))}
            </ul>
          </Section>
        )}
        {entry.detail.changes.map((change, index) => (
          <Section key={`${change.subject} ${index}`} id={`change-${index}`} title={change.subject}>
            <Facts
              items={[
                { label: say(texts.old), value: <Json value={change.old} /> },
                { label: say(texts.new), value: <Json value={change.new} /> },
              ]}
            />
          </Section>
        ))}
        <Section id="input" title={say(texts.input)}>
          <Json value={entry.detail.input} />
        </Section>
      </>
    ),
  }
})

function Json({ value }: { value: unknown }) {
  return value === undefined || value === null ? <>–</> : <pre>{JSON.stringify(value, null, 2)}</pre>
}

const chainPage = view(chainPath, async (visit): Promise<View> => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { entries, ok, firstBroken } = await visit.perform(verifyAudit, {})
  return {
    title: say(texts.verify),
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: auditPath.to(), label: say(texts.audit) }, { label: say(texts.verify) }]}
        />
        <PageHeader title={say(texts.verify)} />
        <p>
          {ok || !firstBroken ? (
            <Mark tone="good">{say(texts.chainWhole, { entries: reader.number(entries) })}</Mark>
          ) : (
            <Mark tone="bad">
              {say(texts.chainBroken, { seq: reader.number(firstBroken.seq), why: say(whyWords[firstBroken.why]) })}
            </Mark>
          )}
        </p>
      </>
    ),
  }
})

export const routes: Route[] = [auditPage, entryPage, chainPage]
