/** Everything found in a form, by how grave it is, each leading to its cell. */
import type { ComponentChildren } from 'preact'
import { EmptyState, Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { texts as collectionTexts } from '../collection.texts.ts'
import { submissionPath } from '../paths.ts'
import { findingText, rowName } from './findings.rules.ts'
import type { Finding, SubmissionView } from './submissions.model.ts'
import { cellKey } from './submissions.rules.ts'
import { texts } from './submissions.texts.ts'

interface CheckProps {
  readonly reader: Reader
  readonly view: SubmissionView
  /** Duties not yet reported, with where to report them. */
  readonly duties?: readonly { readonly href: string; readonly label: string }[]
}

export function CheckSection({ reader, view, duties = [] }: CheckProps) {
  const { say } = reader
  const of = (severity: Finding['severity']) => view.findings.filter((finding) => finding.severity === severity)
  const isClean = view.findings.length === 0 && duties.length === 0
  return (
    <Section id="check" title={say(texts.sectionCheck)} lead={isClean ? undefined : say(texts.checkLead)}>
      {isClean && <EmptyState title={say(texts.nothingFound)}>{say(texts.nothingFoundDo)}</EmptyState>}
      <List title={say(texts.mustCorrect)}>
        {of('error').map((finding) => (
          <Found key={keyOf(finding)} reader={reader} view={view} finding={finding} said />
        ))}
      </List>
      <List title={say(collectionTexts.notReported)}>
        {duties.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </List>
      <List title={say(texts.missingCells)}>
        {of('missing').map((finding) => (
          <Found key={keyOf(finding)} reader={reader} view={view} finding={finding} />
        ))}
      </List>
      <List title={say(texts.worthALook)}>
        {of('warning').map((finding) => (
          <Found key={keyOf(finding)} reader={reader} view={view} finding={finding} said />
        ))}
      </List>
    </Section>
  )
}

function List({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null
  return (
    <>
      <h3>{`${title} (${children.length})`}</h3>
      <ul class="list">{children}</ul>
    </>
  )
}

interface FoundProps {
  readonly reader: Reader
  readonly view: SubmissionView
  readonly finding: Finding
  readonly said?: boolean
}

function Found({ reader, view, finding, said }: FoundProps) {
  const row = view.rows.find((each) => each.measure === finding.measure && each.category === finding.category)
  const { language } = reader
  return (
    <li>
      <a href={cellHref(view, finding)}>{row ? rowName(language, row) : finding.measure}</a>
      {said && <span class="meta"> {findingText(language, finding, view.rows)}</span>}
    </li>
  )
}

function keyOf(finding: Finding): string {
  return `${finding.measure} ${finding.category} ${finding.code}`
}

/** The address of a cell: its section, and the control within. */
export function cellHref(view: SubmissionView, { measure, category }: Pick<Finding, 'measure' | 'category'>): string {
  const row = view.rows.find((each) => each.measure === measure && each.category === category)
  const at = { year: String(view.round.year), code: view.submission.unitCode }
  return `${submissionPath.to(at, { section: row?.section })}#field-cells.${cellKey(measure, category)}`
}
