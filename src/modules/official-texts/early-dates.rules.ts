/** Days and years that lie before the document: what is still to be done cannot have been due then, so one of the two was read or written wrong. */
import type { Doubt, DraftDeadline, DraftDocument, DraftLegalBasis, DraftTarget } from './draft.model.ts'

interface Dated {
  readonly targets: readonly DraftTarget[]
  readonly deadlines: readonly DraftDeadline[]
  readonly legalBases: readonly DraftLegalBasis[]
}

export function earlyDates(
  { issuedOn }: Pick<DraftDocument, 'issuedOn'>,
  { targets, deadlines, legalBases }: Dated,
): Doubt[] {
  if (!issuedOn) return []
  const day = issuedOn.value
  const year = Number(day.slice(0, 4))
  const doubt = (kind: Doubt['kind'], { line, ref, text }: { line: number; ref: string; text: string }): Doubt => ({
    ...{ kind, line, ref, text },
    suggestion: null,
    confidence: 0.7,
  })
  return [
    ...deadlines.filter(({ due }) => 'by' in due && due.by < day).map((own) => doubt('unsure-deadline', own)),
    ...targets.filter((own) => own.year !== null && own.year < year).map((own) => doubt('unsure-target', own)),
    // No document rests on one that was not yet issued.
    ...legalBases.filter((own) => own.issuedOn !== null && own.issuedOn > day).map((own) => doubt('unsure-basis', own)),
  ]
}
