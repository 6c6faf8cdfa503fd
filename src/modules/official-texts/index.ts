/** The door of official-texts: a document's text in, a draft with every piece at its place out. */
export { agencyKey } from './agencies/agency-keys.rules.ts'
export {
  Doubt,
  DoubtKind,
  Draft,
  type DraftDue,
  type DraftDuty,
  type DraftItem,
  type DraftTarget,
  doubtful,
  faultKinds,
  preambleRef,
} from './draft.model.ts'
export { linesOf } from './lines/lines.rules.ts'
export { readDraft } from './reader.rules.ts'
