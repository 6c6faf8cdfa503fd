/** The page of boundaries: what is in use, and the way in: choose a file, see what a check finds, then import it. */
import { newId } from '#kernel/id.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { fileAction, type Form as Posted, type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { DateField, FileField, TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, Facts, PageHeader, Section, Stack } from '#ui/layout.tsx'
import { fileOfList, type ListPlace, readList, rowsOf } from '#ui/list-page.ts'
import { type Reader, readerOf } from '#ui/reader.ts'
import { boundariesPath, unitsPath } from '../paths.ts'
import { texts as unitTexts } from '../units.texts.ts'
import type { ImportReport, ListedImport } from './boundaries.model.ts'
import { problems as boundaryProblems, texts } from './boundaries.texts.ts'
import { listBoundaryImports } from './boundary-import-list.operations.ts'
import { importList } from './boundary-import-list.view.tsx'
import { boundariesUse, importBoundaries } from './boundary-imports.operations.ts'
import { FindingsTable, MatchesTable } from './boundary-imports.view.tsx'
import { mostMegabytes } from './file-limits.rules.ts'

/** What a form about a file holds beside the file. */
const fieldNames = ['on', 'source', 'licence', 'codeProperty', 'nameProperty', 'unit'] as const
type Fields = Readonly<Record<(typeof fieldNames)[number] | 'fileName', string>>

interface Shown {
  readonly problems?: readonly Problem[]
  readonly values?: Posted['fields']
  /** What a check found in which file. */
  readonly checked?: { readonly report: ImportReport; readonly fields: Fields }
}

const importPlace: ListPlace<ListedImport, undefined> = {
  list: importList,
  rows: rowsOf(listBoundaryImports),
  hrefOf: (query) => `${boundariesPath.to(query)}#loaded`,
}

async function boundariesView(visit: Visit, shown: Shown = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const imports = await readList(visit, importPlace)
  const form = { reader, problems: shown.problems, values: shown.values }
  return {
    title: say(texts.boundaries),
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[{ href: unitsPath.to(), label: say(unitTexts.units) }, { label: say(texts.boundaries) }]}
        />
        <PageHeader title={say(texts.boundaries)} lead={say(texts.lead)} />
        {shown.checked ? (
          <Checked reader={reader} {...shown.checked} />
        ) : (
          <>
            <Section id="import" title={say(texts.import)}>
              <UploadForm form={form} today={visit.today} />
            </Section>
            <Section id="loaded" title={say(texts.loaded)}>
              {imports.body}
            </Section>
          </>
        )}
      </>
    ),
  }
}

function UploadForm({ form, today }: { form: FormState; today: string }) {
  const { say } = form.reader
  return (
    <Form form={form} action={boundariesPath.to()} formKey={newId()} files>
      <FileField
        form={form}
        name="file"
        label={say(texts.file)}
        hint={say(texts.fileHint, { megabytes: mostMegabytes })}
        accept=".geojson,.json,application/geo+json,application/json"
      />
      <DateField form={form} name="on" label={say(texts.on)} hint={say(texts.onHint)} value={today} />
      <TextField form={form} name="source" label={say(texts.sourceField)} hint={say(texts.sourceHint)} />
      <TextField form={form} name="licence" label={say(texts.licence)} optional />
      <TextField
        form={form}
        name="codeProperty"
        label={say(texts.codeProperty)}
        hint={say(texts.propertyHint)}
        optional
        short
      />
      <TextField form={form} name="nameProperty" label={say(texts.nameProperty)} optional short />
      <TextField form={form} name="unit" label={say(texts.onlyUnit)} hint={say(texts.onlyUnitHint)} optional short />
      <SubmitButton>{say(texts.check)}</SubmitButton>
    </Form>
  )
}

function Checked({ reader, report, fields }: { reader: Reader } & NonNullable<Shown['checked']>) {
  const { say } = reader
  const told = { file: fields.fileName, on: reader.date(fields.on) }
  const isNamed = report.matches.length > 0
  const facts = factsOf(reader, report)
  return (
    <Section id="checked" title={say(texts.checked)} lead={say(report.ok ? texts.checkedFine : texts.checkedBad, told)}>
      <Stack>
        {facts.length > 0 && <Facts items={facts} />}
        {isNamed && (
          <MatchesTable reader={reader} on={fields.on} matches={report.matches} moreMatches={report.moreMatches} />
        )}
        <Form form={{ reader }} action={boundariesPath.to()} formKey={newId()}>
          {report.ok && Object.entries(fields).map(([name, value]) => <Hidden key={name} name={name} value={value} />)}
          {report.file && <Hidden name="kept" value={report.file} />}
          {isNamed && <Hidden name="namesConfirmed" value="true" />}
          <div class="actions">
            {report.ok && <SubmitButton>{say(isNamed ? texts.confirmNames : texts.confirm)}</SubmitButton>}
            <LinkButton href={`${boundariesPath.to()}#import`}>{say(texts.another)}</LinkButton>
          </div>
        </Form>
        <FindingsTable
          reader={reader}
          id="findings"
          on={fields.on}
          findings={report.findings}
          moreFindings={report.moreFindings}
        />
      </Stack>
    </Section>
  )
}

function factsOf(reader: Reader, report: ImportReport) {
  const { say } = reader
  const properties = propertiesOf(reader, report)
  return [
    // Of a file that could not be read nobody knows how many areas it has.
    ...(report.ok || report.features > 0
      ? [{ label: say(texts.features), value: reader.number(report.features) }]
      : []),
    ...report.kinds.map(({ kindName, boundaries, units }) => ({
      label: say(kindName),
      value: say(texts.ofUnits, { boundaries: reader.number(boundaries), units: reader.number(units) }),
    })),
    ...(properties ? [{ label: say(texts.properties), value: properties }] : []),
  ]
}

function propertiesOf({ say }: Reader, { codeProperty, nameProperty }: ImportReport): string {
  return [
    codeProperty && say(texts.codeIn, { property: codeProperty }),
    nameProperty && say(texts.nameIn, { property: nameProperty }),
  ]
    .filter(Boolean)
    .join('. ')
}

const boundariesPage = view(
  boundariesPath,
  async (visit) => (await fileOfList(visit, importPlace)) ?? boundariesView(visit),
)

/** Checks a file that was chosen, or imports one that was checked. */
const importAction = fileAction(boundariesPath, boundariesUse, async (visit) => {
  const form = await visit.form()
  try {
    const { fields, kept: text } = readForm(form)
    const { namesConfirmed } = form.fields
    const given = text ? { file: text, ...(namesConfirmed ? { namesConfirmed } : {}) } : { file: form.file }
    const input = { ...withoutEmpty(fields), ...given, dryRun: !text }
    const report = await visit.perform(importBoundaries, input)
    if (!text) return boundariesView(visit, { checked: { report, fields } })
    const count = report.kinds.reduce((sum, each) => sum + each.boundaries, 0)
    return visit.go(boundariesPath.to(), texts.done, { count: String(count) })
  } catch (error) {
    if (!(error instanceof ProblemError) || ![400, 413, 422, 507].includes(error.status)) throw error
    const again = await boundariesView(visit, { problems: error.problems, values: form.fields })
    return { ...again, status: error.status, isInvalid: true }
  }
})

function readForm({ fields, file }: Posted) {
  const given = Object.fromEntries(fieldNames.map((name) => [name, fields[name]?.trim() ?? '']))
  const { kept: text } = fields
  if (text) return { kept: text, fields: { ...given, fileName: fields.fileName ?? '' } as Fields }
  if (!file) throw new ProblemError(boundaryProblems.noBoundaryFile({}, ['file']))
  return { fields: { ...given, fileName: file.name } as Fields }
}

/** A field left empty was not given. */
function withoutEmpty(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

export const routes: Route[] = [boundariesPage, importAction]
