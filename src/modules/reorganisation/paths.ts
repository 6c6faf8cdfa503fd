/** The addresses of the module's pages. Drafts stand before decisions: `drafts` is no id. */
import { path } from '#platform/web/path.ts'

export const decisionsPath = path('/reorganisations')
export const draftsPath = path('/reorganisations/drafts')
export const newDraftPath = path('/reorganisations/drafts/new')
/** `:file` is `csv` or `xlsx`. */
export const templatePath = path('/reorganisations/template/:file')
export const draftPath = path('/reorganisations/drafts/:id')
export const headPath = path('/reorganisations/drafts/:id/head')
export const changesPath = path('/reorganisations/drafts/:id/changes')
export const addChangesPath = path('/reorganisations/drafts/:id/acts')
export const removeChangePath = path('/reorganisations/drafts/:id/acts/remove')
export const uploadPath = path('/reorganisations/drafts/:id/file')
/** `:step` is `propose`, `return`, `approve`, `withdraw` or `discard`. */
export const stepPath = path('/reorganisations/drafts/:id/step/:step')
export const decisionPath = path('/reorganisations/:id')
