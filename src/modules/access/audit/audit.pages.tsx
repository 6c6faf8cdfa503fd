/** The audit log on the screen: entries of a unit with filters, one entry with old and new, and the check of the chain. */
import { fieldWords } from '#kernel/field.ts'
import { type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { LinkButton } from '#ui/form.tsx'
import { Breadcrumbs, Facts, PageHeader, Section } from '#ui/layout.tsx'
import type { List } from '#ui/list.tsx'
import { listPage, rowsOf } from '#ui/list-page.ts'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import { texts as accessTexts, actorWords, viaWords, whyWords } from '../access.texts.ts'
import { myAccount } from '../roles.operations.ts'
import { anchorsPath } from './anchors.paths.ts'
import { texts as anchorTexts } from './anchors.texts.ts'
import type { Entry } from './audit.model.ts'
import { auditEntries, auditEntry, verifyAudit } from './audit.operations.ts'
import { texts } from './audit.texts.ts'

export const auditPath = path('/audit')
const entryPath = path('/audit/entries/:seq')
const chainPath = path('/audit/chain')

/** The log of a unit: of the one that the reader may read, until they ask for another. */
const auditList: List<Entry, Looked> = {
  id: 'audit',
  caption: texts.audit,
  keyOf: (row) => String(row.seq),
  fileName: ({ today }) => `audit-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.auditEmpty) }),
  filters: [
    { name: 'unit', label: accessTexts.inviteAt, kind: 'short', initial: ({ extra }) => extra.ownUnit, isScope: true },
    { name: 'account', label: accessTexts.email, kind: 'email' },
    { name: 'operation', label: texts.operation, hint: texts.operationHint, kind: 'text' },
    { name: 'from', label: accessTexts.from, kind: 'date' },
    { name: 'until', label: accessTexts.until, kind: 'date' },
  ],
  columns: [
    {
      key: 'seq',
      label: texts.number,
      rowHeader: true,
      size: 'narrow',
      render: (row, { reader }) => <a href={entryPath.to({ seq: String(row.seq) })}>{reader.number(row.seq)}</a>,
      file: { value: (row) => row.seq, width: 10, kind: 'integer' },
    },
    {
      key: 'at',
      label: texts.at,
      size: 'narrow',
      render: (row, { reader }) => reader.instant(row.at),
      file: { value: (row, { reader }) => reader.instant(row.at), width: 18 },
    },
    {
      key: 'actor',
      label: texts.actor,
      render: (row, { reader }) => actorOf(reader, row),
      file: { value: (row, { reader }) => actorOf(reader, row), width: 28 },
    },
    {
      key: 'operation',
      label: texts.operation,
      render: (row) => <code>{row.operation}</code>,
      file: { value: (row) => row.operation, width: 28 },
    },
    {
      key: 'subject',
      label: texts.subject,
      render: (row) => row.subject ?? '–',
      file: { value: (row) => row.subject, width: 40 },
    },
    {
      key: 'unit',
      label: accessTexts.unit,
      render: (row) => row.unit?.name ?? '–',
      file: { value: (row) => row.unit?.name, width: 30 },
    },
    {
      key: 'from',
      label: texts.via,
      phone: 'hide',
      render: (row, { reader }) => wayOf(reader, row),
      file: { value: (row, { reader }) => wayOf(reader, row), width: 24 },
    },
  ],
}

interface Looked {
  readonly ownUnit: string | undefined
}

const auditPage = listPage({
  at: auditPath,
  list: auditList,
  rows: rowsOf(auditEntries),
  extra: async (visit) => ({ ownUnit: visit.query.unit ? undefined : await ownUnit(visit) }),
  frame: async ({ say, may }, { body }) => ({
    title: say(texts.audit),
    width: 'wide',
    body: (
      <>
        <PageHeader
          title={say(texts.audit)}
          lead={say(texts.auditLead)}
          actions={(await may(verifyAudit)) && <LinkButton href={chainPath.to()}>{say(texts.verify)}</LinkButton>}
        />
        {body}
      </>
    ),
  }),
})

/** Where the reader looks first: the unit whose log they may read. */
async function ownUnit(visit: Visit): Promise<string | undefined> {
  const { grants, delegated } = await visit.perform(myAccount, {})
  return [...grants, ...delegated].find(({ role }) => role === 'auditor' || role === 'administrator')?.unit.code
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
            ...(onBehalfOf ? [{ label: say(accessTexts.onBehalfOf), value: onBehalfOf.name }] : []),
            { label: say(texts.via), value: wayOf(reader, entry) },
            { label: say(texts.operation), value: <code>{entry.operation}</code> },
            ...(purpose ? [{ label: say(texts.purpose), value: say(purpose) }] : []),
            ...(field ? [{ label: say(accessTexts.field), value: say(fieldWords(field, visit.engine.fields)) }] : []),
            { label: say(accessTexts.unit), value: entry.unit?.name ?? '–' },
            { label: say(texts.previousHash), value: <code>{entry.previousHash ?? say(texts.notSealed)}</code> },
            { label: say(texts.hash), value: <code>{entry.hash ?? say(texts.notSealed)}</code> },
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
  const { sealed, waiting, changed, missing, firstBroken } = await visit.perform(verifyAudit, {})
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
          {firstBroken ? (
            <Mark tone="bad">
              {say(texts.chainBroken, { seq: reader.number(firstBroken.seq), why: say(whyWords[firstBroken.why]) })}
            </Mark>
          ) : (
            <Mark tone="good">{say(texts.chainWhole, { entries: reader.number(sealed) })}</Mark>
          )}
        </p>
        <Facts
          items={[
            { label: say(texts.chainSealed), value: reader.number(sealed) },
            { label: say(texts.chainWaiting), value: reader.number(waiting) },
            { label: say(texts.chainChanged), value: reader.number(changed) },
            { label: say(texts.chainMissing), value: reader.number(missing) },
          ]}
        />
        <p>
          <a href={anchorsPath.to()}>{say(anchorTexts.anchors)}</a>
        </p>
      </>
    ),
  }
})

export const routes: Route[] = [auditPage, entryPage, chainPage]
