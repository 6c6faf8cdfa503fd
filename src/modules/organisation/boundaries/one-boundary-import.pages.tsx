/** One import of boundaries: what of it is in use, and what was found in its file. */
import { type Route, view } from '#platform/web/page.ts'
import { Breadcrumbs, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { boundariesPath, boundaryImportPath, unitsPath } from '../paths.ts'
import { texts as unitTexts } from '../units.texts.ts'
import { texts } from './boundaries.texts.ts'
import { boundaryImport } from './boundary-import-list.operations.ts'
import { InUse } from './boundary-import-list.view.tsx'
import { FindingsTable } from './boundary-imports.view.tsx'

const importPage = view(boundaryImportPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  const made = await visit.perform(boundaryImport, { id: visit.params.id })
  const trail = [
    { href: unitsPath.to(), label: say(unitTexts.units) },
    { href: boundariesPath.to(), label: say(texts.boundaries) },
    { label: made.fileName },
  ]
  return {
    title: made.fileName,
    body: (
      <>
        <Breadcrumbs reader={reader} trail={trail} />
        <PageHeader title={made.fileName} kicker={say(texts.loaded)} />
        <Facts
          items={[
            { label: say(texts.day), value: reader.date(made.on) },
            { label: say(texts.features), value: reader.number(made.features) },
            { label: say(texts.inUse), value: <InUse reader={reader} kinds={made.kinds} /> },
            { label: say(texts.source), value: [made.source, made.licence].filter(Boolean).join(' · ') },
            { label: say(texts.importedAt), value: reader.instant(made.at) },
          ]}
        />
        <Section id="findings" title={say(texts.warningsOf, { file: made.fileName })}>
          <FindingsTable reader={reader} id="findings-table" on={made.on} findings={made.findings} />
        </Section>
      </>
    ),
  }
})

export const routes: Route[] = [importPage]
