/** The form of one unit, a section at a time: posts without script, saves as one goes with it. */
import { newId } from '#kernel/id.ts'
import type { Problem } from '#kernel/problem.ts'
import { ProblemError } from '#kernel/problem.ts'
import { valuePath } from '#modules/indicators'
import { refName } from '#modules/plan'
import { isChangedSince } from '#platform/judging.ts'
import { longAction, type Form as Posted, type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { Beside, Section, SectionNav } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { HistorySection, type Refused } from '#ui/workflow.tsx'
import { texts } from '../collection.texts.ts'
import { DutiesSection } from '../duty-reports/duty-report-list.view.tsx'
import type { DutyList } from '../duty-reports/duty-reports.model.ts'
import { dutyList } from '../duty-reports/duty-reports.operations.ts'
import type { Imported } from '../excel/excel.model.ts'
import { ImportedSection, UploadSection, uploadLeft } from '../excel/excel-upload.view.tsx'
import { FormerSection } from '../form-moves/form-moves.view.tsx'
import type { Theirs } from '../grid/grid.model.ts'
import { gridProps } from '../grid/grid-contents.rules.ts'
import { SubmissionGrid } from '../grid/submission-grid.island.tsx'
import { submissionPath, workPath } from '../paths.ts'
import { SubmissionSteps, stepText } from '../review/review-section.view.tsx'
import { saveCells, send } from './entry.operations.ts'
import { CheckSection, cellHref } from './findings.view.tsx'
import { submissionOperation } from './submission-contents.operations.ts'
import { FormBar, FormHeader } from './submission-head.view.tsx'
import type { CellContents, SubmissionView } from './submissions.model.ts'
import { cellKey } from './submissions.rules.ts'

type At = { readonly year: string; readonly code: string }

/** What a form that came back shows beside what is stored. */
export interface Again {
  readonly section?: string
  readonly entries?: ReadonlyMap<string, CellContents>
  readonly conflicts?: ReadonlyMap<string, Theirs>
  /** Problems of sending, or of the whole form. */
  readonly problems?: readonly Problem[]
  /** Why the form was not sent: what somebody else changed since it was seen. */
  readonly changedSince?: readonly Problem[]
  /** Why the form was not judged: what changed since it was seen. */
  readonly judged?: readonly Problem[]
  /** The step that came back, with what was typed. */
  readonly review?: Refused
  readonly upload?: readonly Problem[]
  readonly imported?: Imported
}

const checkSection = 'check'
const dutySection = 'duties'

/** The page of a submission; also how its actions show it again. */
export async function showSubmission(visit: Visit, at: At, again: Again = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const input = { round: at.year, unit: at.code, on: visit.query.on }
  const shown = await visit.perform(submissionOperation, input)
  const duties = shown.form.perDuty ? await visit.perform(dutyList, input) : undefined
  const section = again.section ?? sectionAsked(shown, visit.query.section)
  const { submission, round } = shown
  const title = reader.say(texts.formTitle, { unit: submission.unitName, year: String(round.year) })
  const hasGrid = section !== checkSection && section !== dutySection
  return {
    title,
    width: 'wide',
    islands: hasGrid && shown.may.fill ? ['submission-grid'] : [],
    isInvalid: Boolean(again.problems?.length || again.judged?.length || again.changedSince?.length),
    body: (
      <>
        <FormHeader
          {...{ reader, view: shown, title, at, today: visit.today, judged: again.judged }}
          changedSince={again.changedSince}
          problems={again.problems ?? []}
        />
        {again.imported && <ImportedSection reader={reader} imported={again.imported} />}
        <Beside
          side={<SectionNav reader={reader} items={menuOf(reader, shown, duties, at, section)} />}
          children={<Main {...{ reader, shown, duties, section, again, at }} />}
        />
        <FormerSection reader={reader} view={shown} />
        <SubmissionSteps {...{ reader, view: shown, refused: again.review, today: visit.today }} />
        {shown.may.fill && <UploadSection form={{ reader, problems: again.upload }} at={at} />}
        <HistorySection reader={reader} history={shown.history} textOf={stepText(reader)} />
      </>
    ),
    actionBar: <FormBar {...{ reader, view: shown, duties, section, at }} uploadLeft={uploadLeft(reader, again)} />,
  }
}

function sectionAsked(view: SubmissionView, input: string | undefined): string {
  const known = [checkSection, dutySection, ...view.sections.map((section) => section.code)]
  if (input && known.includes(input)) return input
  if (view.form.perDuty) return dutySection
  const open = new Set(view.findings.filter((result) => result.severity !== 'warning').map((result) => result.measure))
  const first = view.rows.find((row) => open.has(row.measure)) ?? view.rows[0]
  return first?.section ?? checkSection
}

function menuOf(reader: Reader, view: SubmissionView, duties: DutyList | undefined, at: At, current: string) {
  const { say, language } = reader
  const filled = new Set(
    view.cells.filter((cell) => cell.entry !== '').map((cell) => cellKey(cell.measure, cell.category)),
  )
  const item = (code: string, label: string, count?: string) => ({
    href: `${submissionPath.to(at, { section: code })}#section`,
    label,
    count,
    current: code === current,
  })
  const reported = duties?.duties.filter((duty) => duty.report).length
  return [
    ...(duties ? [item(dutySection, say(texts.duties), `${reported}/${duties.duties.length}`)] : []),
    ...view.sections.map(({ code, name }) => {
      // Parts are optional: a section without them is whole.
      const rows = view.rows.filter((row) => row.section === code && !row.part)
      const done = rows.filter((row) => filled.has(cellKey(row.measure, row.category))).length
      return item(code, name[language], `${done}/${rows.length}`)
    }),
    item(checkSection, say(texts.sectionCheck)),
  ]
}

interface MainProps {
  readonly reader: Reader
  readonly shown: SubmissionView
  readonly duties?: DutyList
  readonly section: string
  readonly again: Again
  readonly at: At
}

function Main({ reader, shown, duties, section, again, at }: MainProps) {
  if (section === dutySection && duties) return <DutiesSection reader={reader} at={at} list={duties} />
  if (section === checkSection) {
    const missing = (duties?.duties ?? [])
      .filter((duty) => !duty.report)
      .map((duty) => ({
        href: `${submissionPath.to(at, { section: dutySection })}#field-duties.${duty.id}`,
        label: `${refName(reader.say, duty.ref)} · ${duty.title[reader.language]}`,
      }))
    return <CheckSection reader={reader} view={shown} duties={missing} />
  }
  const { entries, conflicts } = again
  const hrefOf = (id: string) => valuePath.to({ unit: shown.submission.unitCode, id })
  const whole = { view: shown, section, language: reader.language, entries, conflicts, hrefOf }
  const props = gridProps({ ...whole, uploadLeft: uploadLeft(reader, again) })
  const name = shown.sections.find((each) => each.code === section)?.name[reader.language] ?? ''
  return (
    <Section id="section" title={name}>
      <form id="cells" method="post" action={submissionPath.to(at, { section })} novalidate>
        <input type="hidden" name="_key" value={newId()} />
        <input type="hidden" name="contentVersion" value={shown.submission.contentVersion} />
        <div data-island="submission-grid" data-props={JSON.stringify(props)}>
          <SubmissionGrid {...props} />
        </div>
      </form>
    </Section>
  )
}

const formPage = view(submissionPath, (visit) => showSubmission(visit, visit.params))

/** The cells of a section that cannot stay as they are: how many, and where the first is. Empty ones may wait. */
async function toCorrect(visit: Visit<typeof submissionPath.pattern>, section: string | undefined) {
  const { year, code } = visit.params
  const shown = await visit.perform(submissionOperation, { round: year, unit: code })
  const own = new Set(shown.rows.filter((row) => row.section === section).map((row) => row.measure))
  const wrong = shown.findings.filter((result) => result.severity === 'error' && own.has(result.measure))
  return { count: wrong.length, href: wrong[0] && cellHref(shown, wrong[0]) }
}

/**
 * Saves the section that was posted; then sends, or goes on: but not from a section with something to correct. Conflicts and
 * problems come back with what was typed.
 */
const formAction = longAction(submissionPath, async (visit) => {
  const at = visit.params
  const input = { round: at.year, unit: at.code }
  const { fields } = await visit.form()
  const section = visit.query.section
  const cells = cellsIn(fields)
  const entries = new Map(cells.map((cell) => [cell.measure, cell]))
  try {
    const changes = cells.map((cell) => ({ ...cell, ...splitKey(cell.measure) }))
    if (cells.length > 0) {
      const saved = await visit.perform(saveCells, { ...input, language: visit.language, cells: changes })
      if (saved.conflicts.length > 0) {
        const conflicts = new Map(saved.conflicts.map((each) => [cellKey(each.measure, each.category), each]))
        return { ...(await showSubmission(visit, at, { section, entries, conflicts })), status: 409, isInvalid: true }
      }
    }
    if (fields._do !== 'send') {
      const { count, href } = await toCorrect(visit, section)
      if (href) return visit.go(href, texts.savedToCorrect, { count })
      return visit.go(nextAddress(at, section, fields._do), texts.saved)
    }
    const { isLate } = await visit.perform(send, { ...input, contentVersion: fields.contentVersion })
    return visit.go(workPath.to(), isLate ? texts.sentLate : texts.sent, await sentWords(visit, at))
  } catch (error) {
    if (!(error instanceof ProblemError) || ![409, 422].includes(error.status)) throw error
    const { problems, status } = error
    const why = problems.some(isChangedSince) ? { changedSince: problems } : { problems }
    return { ...(await showSubmission(visit, at, { section: checkSection, ...why, entries })), status }
  }
})

async function sentWords(visit: Visit, at: At) {
  const { submission } = await visit.perform(submissionOperation, { round: at.year, unit: at.code })
  return { unit: submission.unitName, year: at.year }
}

function nextAddress(at: At, section: string | undefined, next: string | undefined): string {
  // "next" names the section to go on to: `next:models`.
  const to = next?.startsWith('next:') ? next.slice('next:'.length) : section
  return `${submissionPath.to(at, { section: next === 'check' ? checkSection : to })}#section`
}

interface PostedCell {
  readonly measure: string
  readonly entry: string
  readonly note: string
  readonly version: number
  readonly was?: CellContents
}

/** The cells that a form posted, each with its note, the version it was seen at and what stood in it then. */
export function cellsIn(fields: Posted['fields']): PostedCell[] {
  return Object.entries(fields)
    .filter(([name]) => name.startsWith('cells.'))
    .map(([name, entry]) => {
      const key = name.slice('cells.'.length)
      const version = Number(fields[`version.${key}`] ?? 0) || 0
      const was = fields[`was.${key}`]
      return {
        measure: key,
        entry,
        note: linesOf(fields[`note.${key}`]),
        version,
        was: was === undefined ? undefined : { entry: was, note: linesOf(fields[`wasnote.${key}`]) },
      }
    })
}

/** A form sends every end of a line as two characters; kept and counted is the one that was typed. */
function linesOf(text = ''): string {
  return text.replaceAll('\r\n', '\n')
}

function splitKey(key: string): { measure: string; category?: string } {
  const [measure = '', category] = key.split('.')
  return category ? { measure, category } : { measure }
}

export const routes: Route[] = [formPage, formAction]
