/** The door of reports: the yearly report, its draft, its frozen snapshot and its files. */
import type { Module } from '#platform/module.ts'
import {
  draftWithInputs,
  freezeReport,
  keepFile,
  listDrafts,
  listReports,
  previewReport,
  readNarrative,
  renderDraft,
  renderReport,
  report,
  reportFile,
  saveNarrative,
  verifyReport,
} from './operations.ts'
import { routes } from './pages.tsx'
import { seedReport } from './seeding/operations.ts'
import { reportFiles } from './store.ts'
import { problems } from './texts.ts'
import { corrections, valueUses } from './uses/operations.ts'

export { suggestedHead } from './document/rules.ts'
export type { DutyFact, ReportData, TargetFact, TargetFigure, UnitFact } from './facts/model.ts'
export { type Format, formats, type ReportRow } from './model.ts'
export {
  freezeReport,
  listReports,
  previewReport,
  readNarrative,
  renderDraft,
  renderReport,
  report as reportOperation,
  saveNarrative,
  verifyReport,
} from './operations.ts'
export { reportPath, reportsPath } from './pages.tsx'
export { seedDemoReport } from './seed.ts'
export type { Correction, ValueUse } from './uses/model.ts'
export { corrections as correctionsOperation, valueUses as valueUsesOperation } from './uses/operations.ts'

export const reports: Module = {
  name: 'reports',
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
    reportFile,
    keepFile,
    renderDraft,
    valueUses,
    corrections,
    seedReport,
  ],
  routes,
  keptFiles: reportFiles,
  constraints: { report_number_once: () => problems.numberTaken({}, ['number']) },
}
