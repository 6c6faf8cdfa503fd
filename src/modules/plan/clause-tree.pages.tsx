/** The plan as a document: what it rests on, its clauses with their words, its component plans. */
import { fold } from '#kernel/text.ts'
import { preambleRef } from '#modules/official-texts'
import { type Route, view } from '#platform/web/page.ts'
import { EmptyState, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { refName } from './clause-names.rules.ts'
import { type Branch, branchesOf } from './clause-tree.rules.ts'
import { texts } from './clause-tree.texts.ts'
import { Paragraphs } from './clause-words.view.tsx'
import { Approval, quarterText } from './component-approval.view.tsx'
import { imports } from './imports/import-list.operations.ts'
import { texts as importTexts } from './imports/plan-imports.texts.ts'
import { agencyPath, clauseId, componentPlanPath, documentPath, importsPath, treePath } from './paths.ts'
import type { ComponentPlan, Plan } from './plan.model.ts'
import { texts as planTexts } from './plan.texts.ts'
import { tree } from './plan-in-force.operations.ts'
import { PlanTabs } from './plan-tabs.view.tsx'
import { attachDocument, documentInfo } from './signed-document/signed-document.operations.ts'

const treePage = view(treePath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { plan, clauses, componentPlans } = await visit.perform(tree, {})
  const { document } = await visit.perform(documentInfo, {})
  const may = await visit.mayEach({ attach: [attachDocument], imports: [imports] })
  return {
    title: say(texts.planTitle, { symbol: plan.symbol }),
    shared: true,
    body: (
      <>
        <PageHeader title={say(texts.planTitle, { symbol: plan.symbol })} lead={say(plan.title)} />
        <PlanTabs reader={reader} current={treePath.to()} />
        <PlanFacts reader={reader} plan={plan} />
        <Section
          id="clauses"
          title={say(planTexts.clauses)}
          lead={say(document ? texts.wordsFrom : texts.wordsMissing, {
            file: document?.fileName ?? '',
            date: document ? reader.instant(new Date(document.attachedAt)) : '',
          })}
        >
          {(may.attach || may.imports) && (
            <p>
              {may.attach && <a href={documentPath.to()}>{say(planTexts.attach)}</a>}
              {may.attach && may.imports && ' · '}
              {may.imports && <a href={importsPath.to()}>{say(importTexts.imports)}</a>}
            </p>
          )}
          {branchesOf(clauses).map((branch) => (
            <Part key={branch.clause.ref} reader={reader} branch={branch} />
          ))}
        </Section>
        <ComponentPlans reader={reader} rows={componentPlans} />
        <LegalBases reader={reader} plan={plan} />
      </>
    ),
  }
})

export const routes: Route[] = [treePage]

function PlanFacts({ reader, plan }: { reader: Reader; plan: Plan }) {
  const { say } = reader
  return (
    <Facts
      items={[
        { label: say(texts.symbol), value: plan.symbol },
        { label: say(texts.issuedOn), value: reader.date(plan.issuedOn) },
        { label: say(texts.signatory), value: plan.signatory },
        { label: say(texts.span), value: `${plan.fromYear}–${plan.toYear}` },
        {
          label: say(texts.reporting),
          value: plan.reporting.map((report) => `${say(report.title)} (${refName(say, report.clause)})`).join('; '),
        },
      ]}
    />
  )
}

/** A part of the plan opens and closes; its clauses stand in an outline, each a place to link to. */
function Part({ reader, branch }: { reader: Reader; branch: Branch }) {
  return (
    <details class="disclosure" open id={clauseId(branch.clause.ref)}>
      <summary>
        <strong>{partName(reader, branch.clause)}</strong>
      </summary>
      <Words branch={branch} />
      <Outline reader={reader} branches={branch.children} />
    </details>
  )
}

/** A part that says itself what it is is not called so twice: "Phụ lục: các kế hoạch thành phần". */
function partName({ say }: Reader, { ref, title }: Branch['clause']): string {
  const [name, words] = [refName(say, ref), say(title)]
  return ref === preambleRef || fold(words).startsWith(fold(name)) ? words : `${name} · ${words}`
}

function Outline({ reader, branches }: { reader: Reader; branches: readonly Branch[] }) {
  if (branches.length === 0) return null
  return (
    <ul class="outline">
      {branches.map((branch) => (
        <li key={branch.clause.ref} id={clauseId(branch.clause.ref)}>
          <span class="soft number">{refName(reader.say, branch.clause.ref)}</span> {reader.say(branch.clause.title)}{' '}
          <Untranslated reader={reader} title={branch.clause.title} />
          <Words branch={branch} />
          <Outline reader={reader} branches={branch.children} />
        </li>
      ))}
    </ul>
  )
}

/** An English reader is told where the words are still Vietnamese. */
function Untranslated({ reader, title }: { reader: Reader; title: Branch['clause']['title'] }) {
  if (reader.language !== 'en' || title.vi !== title.en) return null
  return <span class="meta">({reader.say(importTexts.untranslated)})</span>
}

/** Headings say no more than their title, and a statement no more than the clause around it. */
function Words({ branch: { clause, children } }: { branch: Branch }) {
  const isHeading =
    clause.kind === 'part' || clause.kind === 'section' || (clause.kind === 'letter' && children.length > 0)
  const isSaidElsewhere = clause.kind === 'statement' || (isHeading && clause.parentRef !== 'PL')
  if (!clause.text || isSaidElsewhere) return null
  return (
    <blockquote class="measure" lang="vi">
      <Paragraphs text={clause.text} />
    </blockquote>
  )
}

function ComponentPlans({ reader, rows }: { reader: Reader; rows: readonly ComponentPlan[] }) {
  const { say } = reader
  return (
    <Section id="component-plans" title={say(planTexts.componentPlans)} lead={say(texts.componentPlansLead)}>
      <DataTable
        reader={reader}
        id="component-plans-table"
        caption={say(planTexts.componentPlans)}
        captionUnseen
        rows={rows}
        keyOf={(row) => row.ref}
        empty={<EmptyState title={say(texts.none)} />}
        columns={[
          {
            key: 'ref',
            label: say(planTexts.clause),
            size: 'narrow',
            phone: 'plain',
            render: (row) => refName(say, row.ref),
          },
          {
            key: 'title',
            label: say(planTexts.componentPlan),
            rowHeader: true,
            render: (row) => <a href={componentPlanPath.to({ ref: row.ref })}>{say(row.title)}</a>,
          },
          {
            key: 'lead',
            label: say(planTexts['role-lead']),
            render: (row) => <a href={agencyPath.to({ code: row.lead.code })}>{row.lead.name}</a>,
          },
          {
            key: 'coordinator',
            label: say(planTexts['role-coordinate']),
            render: (row) => <a href={agencyPath.to({ code: row.coordinator.code })}>{row.coordinator.name}</a>,
          },
          { key: 'due', label: say(planTexts.approvalDue), render: (row) => quarterText(reader, row.approvalDue) },
          { key: 'done', label: say(planTexts.approval), render: (row) => <Approval reader={reader} part={row} /> },
        ]}
      />
    </Section>
  )
}

function LegalBases({ reader, plan }: { reader: Reader; plan: Plan }) {
  const { say } = reader
  return (
    <Section id="legal-bases" title={say(texts.legalBases)}>
      <ul class="list">
        {plan.legalBases.map((basis) => (
          <li key={basis.number}>
            {say(basis.type)} {basis.number}, {reader.date(basis.issuedOn)}, {say(basis.issuer)}: {say(basis.title)}{' '}
            {!basis.verified && <span class="meta">({say(planTexts.unverified)})</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
