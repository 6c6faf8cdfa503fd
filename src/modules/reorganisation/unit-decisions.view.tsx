/** Of the page of a unit: what it came from and became, each day with the decisions that took effect on it. */
import type { ComponentChildren } from 'preact'
import { UnitHistory, unitOperation } from '#modules/organisation'
import type { Visit } from '#platform/web/page.ts'
import { readerOf } from '#ui/reader.ts'
import { listDecisions } from './decision-drafts.operations.ts'
import { texts } from './decisions.texts.ts'
import { decisionPath, decisionsPath } from './paths.ts'

const most = 200

export async function unitDecisions(
  visit: Visit,
  input: { readonly code: string; readonly on: string },
): Promise<ComponentChildren> {
  const { say, ...reader } = readerOf(visit.language)
  const unit = await visit.perform(unitOperation, input)
  const hasHistory = unit.predecessors.length + unit.successors.length > 0
  const decisions = hasHistory ? (await visit.perform(listDecisions, { limit: most })).rows : []
  const decisionsOn = (day: string) =>
    decisions
      .filter(({ on }) => on === day)
      .map(({ id, title, basis }) => (
        <a key={id} href={decisionPath.to({ id })}>
          {say(texts.unitDecision, { title, basis })}
        </a>
      ))
  return (
    <>
      {unit.tree === 'place' && unit.parent === null && (
        <p>
          <a href={decisionsPath.to()}>{say(texts.unitDecisions)}</a>
        </p>
      )}
      <UnitHistory reader={{ say, ...reader }} unit={unit} decisionsOn={decisionsOn} />
    </>
  )
}
