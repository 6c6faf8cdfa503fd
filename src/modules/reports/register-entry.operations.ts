/** A frozen report stands under its number in the register of issued documents. */
import { z } from 'zod'
import { enterDocument, enterLater, nothingToEnter } from '#modules/issued-documents'
import { rootUnit } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import type { ReportHead } from './reports.model.ts'
import * as store from './reports.store.ts'

interface NumberedReport {
  readonly unitId: string
  readonly year: number
  readonly head: Pick<ReportHead, 'number' | 'symbol' | 'issuedOn' | 'signatory' | 'recipients' | 'keptBy'>
  readonly isSample: boolean
  readonly title: string
}

/**
 * Enters a report under its number.
 * @throws ProblemError `issued-documents.numberTaken` where the register has that number.
 */
export async function enterReport(work: Work, report: NumberedReport): Promise<void> {
  await enterDocument(work, documentOf(report))
}

function documentOf({ unitId, year, isSample, title, head }: NumberedReport) {
  const { number, symbol, issuedOn, signatory, keptBy, recipients } = head
  return {
    kind: 'report',
    unitId,
    isSample,
    number,
    symbol,
    issuedOn,
    signatory,
    keptBy,
    title: title.replaceAll('\n', ' '),
    recipients: recipients.join('; '),
    note: '',
    source: `reports ${year}`,
  }
}

export const enterFrozen = operation({
  name: 'reports.enterFrozen',
  summary: 'Enters the reports that were frozen before there was a register of issued documents.',
  effect: 'write',
  touches: ['reports', 'issued-documents'],
  may: operator,
  input: z.object({}),
  output: z.object({ years: z.array(z.number()) }),
  async run(work) {
    const years: number[] = []
    for (const frozen of await store.listHeads(work.tx)) {
      const { id: unitId } = await rootUnit(work.tx, frozen.head.issuedOn)
      if (await enterLater(work, documentOf({ ...frozen, unitId }))) years.push(frozen.year)
    }
    if (years.length === 0) throw nothingToEnter()
    work.audit({ subject: 'reports in the register', new: { years } })
    return { years }
  },
})
