/** The addresses of the plan's screens. */
import { path } from '#platform/web/path.ts'

export const treePath = path('/plan')
export const dutiesPath = path('/plan/duties')
export const dutyPath = path('/plan/duties/:id')
export const agenciesPath = path('/plan/agencies')
export const agencyPath = path('/plan/agencies/:code')
export const componentPlanPath = path('/plan/component-plans/:ref')
export const documentPath = path('/plan/document')
export const amendmentsPath = path('/plan/amendments')
export const newAmendmentPath = path('/plan/amendments/new')
export const amendmentPath = path('/plan/amendments/:id')
export const amendmentHeadPath = path('/plan/amendments/:id/head')
export const publishPath = path('/plan/amendments/:id/publish')
export const discardPath = path('/plan/amendments/:id/discard')
export const dropPath = path('/plan/amendments/:id/drop')
export const changeTargetsPath = path('/plan/amendments/:id/targets')
export const changeTargetPath = path('/plan/amendments/:id/target')
export const endTargetPath = path('/plan/amendments/:id/targets/end')
export const changeDutiesPath = path('/plan/amendments/:id/duties')
export const changeDutyPath = path('/plan/amendments/:id/duty')
export const endDutyPath = path('/plan/amendments/:id/duties/end')
export const changeClausesPath = path('/plan/amendments/:id/clauses')
export const changeClausePath = path('/plan/amendments/:id/clause')
export const versionPath = path('/plan/versions/:number')
export const convertPath = path('/plan/targets/:id/rebase')
export const importsPath = path('/plan/imports')
export const importPath = path('/plan/imports/:id')
export const importPiecePath = path('/plan/imports/:id/piece')
export const importLinkPath = path('/plan/imports/:id/link')
export const importSurePath = path('/plan/imports/:id/sure')
export const importPublishPath = path('/plan/imports/:id/publish')
export const importDiscardPath = path('/plan/imports/:id/discard')

/** The id of a clause on the page of the plan. */
export function clauseId(ref: string): string {
  return `clause-${ref.replaceAll('.', '-')}`
}

/** A clause in its place in the plan. */
export function clauseHref(ref: string): string {
  return `${treePath.to()}#${clauseId(ref)}`
}
