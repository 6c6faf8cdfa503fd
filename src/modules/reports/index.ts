/** The door of reports: the yearly report, its draft, its frozen snapshot and its files. */
import type { Module } from '#platform/module.ts'
import { demo, seedReport } from './demo.operations.ts'
import { downloadDraft, renderDraft } from './draft-file.operations.ts'
import { downloadReport, keepFile, renderReport, reportFile } from './file-archive.operations.ts'
import { freezeReport, listReports, report, verifyReport } from './freezing.operations.ts'
import { routes as narrativeRoutes } from './narrative.pages.tsx'
import { routes as reportRoutes } from './reading/report-list.pages.tsx'
import { enterFrozen } from './register-entry.operations.ts'
import { draftWithInputs, listDrafts, previewReport, readNarrative, saveNarrative } from './report-drafts.operations.ts'
import { reportSearch } from './report-search.operations.ts'
import { reportsPath } from './reports.paths.ts'
import { reportFiles } from './reports.store.ts'
import { problems } from './reports.texts.ts'
import { corrections, valueUses } from './value-usage.operations.ts'

export { suggestedHead } from './document/document.rules.ts'
export { downloadDraft, renderDraft } from './draft-file.operations.ts'
export type { DutyFact, ReportData, TargetFact, TargetFigure, UnitFact } from './facts/facts.model.ts'
export { downloadReport, renderReport } from './file-archive.operations.ts'
export { freezeReport, listReports, report as reportOperation, verifyReport } from './freezing.operations.ts'
export { previewReport, readNarrative, saveNarrative } from './report-drafts.operations.ts'
export { type Format, formats, type ReportRow } from './reports.model.ts'
export { reportPath, reportsPath } from './reports.paths.ts'
export type { Correction, ValueUsage } from './value-usage.model.ts'
export { corrections as correctionsOperation, valueUses as valueUsesOperation } from './value-usage.operations.ts'

export const reports: Module = {
  name: 'reports',
  field: { vi: 'Báo cáo năm, sơ kết, tổng kết', en: 'Yearly, mid-term and final reports' },
  operations: [
    listReports,
    listDrafts,
    report,
    previewReport,
    draftWithInputs,
    readNarrative,
    saveNarrative,
    freezeReport,
    verifyReport,
    renderReport,
    downloadReport,
    reportFile,
    keepFile,
    renderDraft,
    downloadDraft,
    valueUses,
    corrections,
    seedReport,
    enterFrozen,
  ],
  routes: [...reportRoutes, ...narrativeRoutes],
  keptFiles: reportFiles,
  menu: [{ menu: 'public', order: 50, href: reportsPath.to(), words: { vi: 'Báo cáo', en: 'Reports' } }],
  search: [reportSearch],
  packs: [{ order: 80, operation: enterFrozen, input: () => ({}), isRepair: true }],
  demo,
  constraints: { report_number_once: () => problems.numberTaken({}, ['number']) },
}
