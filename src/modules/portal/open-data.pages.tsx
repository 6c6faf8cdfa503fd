/** Open data: every value, unit and target as files, with the dictionary that explains them. */
import { dictionaryOperation, indicatorPath, type OpenValue, openValuesOperation } from '#modules/indicators'
import { unitsOperation } from '#modules/organisation'
import { progressOperation } from '#modules/plan'
import type { Column } from '#platform/documents/columns.ts'
import { type DownloadFormat, download, jsonFile } from '#platform/documents/download.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { SampleLabel } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { Dictionary } from './dictionary.view.tsx'
import { headlineIndicator } from './map-totals.rules.ts'
import { texts } from './open-data.texts.ts'
import { apiPath, dataPath, dictionaryPath, dataFiles as files, seriesApi } from './paths.ts'
import { texts as portalTexts } from './portal.texts.ts'

const dataPage = view(dataPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const example = seriesApi.to({
    indicators: headlineIndicator,
    unit: visit.engine.place.root,
    boundaries: visit.today,
  })
  return {
    title: say(texts.data),
    description: say(texts.dataLead),
    shared: true,
    body: (
      <>
        <PageHeader title={say(texts.data)} lead={say(texts.dataLead)} />
        <FileTable reader={reader} />
        <Section id="reading" title={say(texts.reading)}>
          <ul>
            <li>
              <a href={dictionaryPath.to()}>{say(texts.dictionaryLink)}</a>
            </li>
            <li>{say(texts.csvNote)}</li>
            <li>{say(texts.unitsOnNote)}</li>
            <li>
              {say(texts.mapNote)} <a href={example}>{example}</a>
            </li>
            <li>
              {say(texts.apiNote)} <a href={apiPath.to()}>{apiPath.to()}</a>
            </li>
          </ul>
        </Section>
        <Section id="licence" title={say(texts.licence)}>
          <Stack>
            <p class="measure">{say(texts.licenceText)}</p>
            <p class="measure">
              <SampleLabel reader={reader} /> {say(texts.sampleText)}
            </p>
          </Stack>
        </Section>
      </>
    ),
  }
})

function FileTable({ reader }: { reader: Reader }) {
  const { say } = reader
  const rows = [
    { key: 'values', words: texts.dataValues, links: [files.valuesCsv, files.valuesJson] },
    { key: 'units', words: texts.dataUnits, links: [files.unitsCsv, files.unitsJson] },
    { key: 'progress', words: texts.dataProgress, links: [files.progress] },
    { key: 'dictionary', words: texts.dataDictionary, links: [files.dictionary] },
  ]
  return (
    <DataTable
      reader={reader}
      id="files"
      caption={say(texts.files)}
      captionUnseen
      rows={rows}
      keyOf={(row) => row.key}
      empty={null}
      columns={[
        { key: 'what', label: say(texts.fileHolds), rowHeader: true, render: (row) => say(row.words) },
        {
          key: 'links',
          label: say(texts.download),
          render: (row) =>
            row.links.map((link) => (
              <>
                <a href={link.to()} download>
                  {link.pattern.slice('/data/'.length)}
                </a>{' '}
              </>
            )),
        },
      ]}
    />
  )
}

const dictionaryPage = view(dictionaryPath, async (visit) => {
  const reader = readerOf(visit.language)
  const answer = await visit.perform(dictionaryOperation, {})
  return {
    title: reader.say(portalTexts.dictionary),
    shared: true,
    body: <Dictionary reader={reader} {...answer} />,
  }
})

/** Pages of the list one after the other: memory stays flat, and no transaction stays open while a slow reader reads. */
async function* everyValue(visit: Visit): AsyncGenerator<OpenValue> {
  const { subject, year } = visit.query
  let after: string | undefined
  do {
    const page = await visit.perform(openValuesOperation, { subject, year, after, limit: 1000 })
    yield* page.rows
    after = page.next
  } while (after)
}

const valueColumns: Column[] = [
  { key: 'id', header: 'id', width: 36, kind: 'text' },
  { key: 'unitCode', header: 'unit_code', width: 10, kind: 'text' },
  { key: 'unitName', header: 'unit_name', width: 30, kind: 'text' },
  { key: 'subject', header: 'subject', width: 30, kind: 'text' },
  { key: 'category', header: 'category', width: 16, kind: 'text' },
  { key: 'year', header: 'year', width: 8, kind: 'number' },
  { key: 'period', header: 'period', width: 10, kind: 'text' },
  { key: 'asOf', header: 'as_of', width: 12, kind: 'date' },
  { key: 'amount', header: 'amount', width: 14, kind: 'number' },
  { key: 'qualifier', header: 'qualifier', width: 6, kind: 'text' },
  { key: 'status', header: 'status', width: 12, kind: 'text' },
  { key: 'confidence', header: 'confidence', width: 10, kind: 'text' },
  { key: 'sample', header: 'sample', width: 14, kind: 'text' },
  { key: 'source', header: 'source', width: 40, kind: 'text' },
  { key: 'sourceUrl', header: 'source_url', width: 40, kind: 'text' },
]

async function* asRows(values: AsyncGenerator<OpenValue>) {
  // In Vietnamese in every language: the file is one and the same whoever fetches it.
  for await (const { isSample, ...value } of values)
    yield { ...value, sample: isSample ? portalTexts.sampleData.vi : '' }
}

function valuesFile(format: DownloadFormat) {
  return async (visit: Visit) =>
    download(format, {
      name: 'values',
      title: 'Hiếu Học: values',
      note: `${portalTexts.fileNote.vi} ${portalTexts.fileNote.en}`,
      columns: valueColumns,
      rows: asRows(everyValue(visit)),
    })
}

const unitColumns: Column[] = ['code', 'name', 'type', 'kind', 'parentCode', 'validFrom', 'validTo'].map((key) => ({
  key,
  header: key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  width: 16,
  kind: 'text',
}))

async function* everyUnit(visit: Visit) {
  let after: string | undefined
  do {
    const page = await visit.perform(unitsOperation, { on: visit.query.on || visit.today, after, limit: 1000 })
    yield* page.rows
    after = page.next
  } while (after)
}

function unitsFile(format: DownloadFormat) {
  return async (visit: Visit) => {
    const on = visit.query.on || visit.today
    return download(format, {
      name: `units-${on}`,
      title: `Hiếu Học: units on ${on}`,
      columns: unitColumns,
      rows: everyUnit(visit),
    })
  }
}

const progressFile = view(files.progress, async (visit) => {
  const answer = await visit.perform(progressOperation, {})
  return jsonFile({ note: `${portalTexts.fileNote.vi} ${portalTexts.fileNote.en}`, ...answer })
})

const dictionaryFile = view(files.dictionary, async (visit) => {
  const answer = await visit.perform(dictionaryOperation, {})
  const columns = valueColumns.map(({ key, header }) => ({ name: header, ...columnMeanings.get(key) }))
  const { origin } = new URL(visit.engine.settings.publicUrl)
  return jsonFile({
    licence: texts.licenceText,
    columns,
    indicatorPage: origin + indicatorPath.pattern,
    ...answer,
  })
})

const columnMeanings: ReadonlyMap<string, { vi: string; en: string }> = new Map(
  Object.entries({
    id: texts.columnId,
    unitCode: texts.columnUnitCode,
    unitName: texts.columnUnitName,
    subject: texts.columnSubject,
    category: texts.columnCategory,
    year: texts.columnYear,
    period: texts.columnPeriod,
    asOf: texts.columnAsOf,
    amount: texts.columnAmount,
    qualifier: texts.columnQualifier,
    status: texts.columnStatus,
    confidence: texts.columnConfidence,
    sample: texts.columnSample,
    source: texts.columnSource,
    sourceUrl: texts.columnSourceUrl,
  }),
)

export const routes: Route[] = [
  dataPage,
  dictionaryPage,
  view(files.valuesCsv, valuesFile('csv')),
  view(files.valuesJson, valuesFile('json')),
  view(files.unitsCsv, unitsFile('csv')),
  view(files.unitsJson, unitsFile('json')),
  progressFile,
  dictionaryFile,
]
