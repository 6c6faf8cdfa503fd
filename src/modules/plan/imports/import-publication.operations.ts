/** Makes a reviewed document the plan: its first version, or an amendment of the one in force. */
import { z } from 'zod'
import type { Words } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { Code } from '#kernel/schema.ts'
import { operation, type Work } from '#platform/operation.ts'
import { inputProblems } from '#platform/problems.ts'
import { HeadInput, headOf } from '../amendments/amendment-drafts.operations.ts'
import type { Plan } from '../plan.model.ts'
import { writePlan } from '../plan-load.operations.ts'
import { insertDocument, replaceTexts } from '../signed-document/signed-document.store.ts'
import { publishVersion } from '../versions/versions.operations.ts'
import { diffOf } from '../versions/versions.rules.ts'
import { documentOf } from './document-facts.rules.ts'
import { untranslated } from './fact-basis.rules.ts'
import { ImportVersion, requireSeen } from './import-differences.operations.ts'
import { lookUp } from './import-drafts.operations.ts'
import { holdFor, importSteps, take } from './import-steps.operations.ts'
import { countsOf, piecesOf } from './pieces.rules.ts'
import type { FullImport } from './plan-imports.model.ts'
import * as store from './plan-imports.store.ts'
import { problems } from './plan-imports.texts.ts'
import { type Built, build } from './reviewed-facts.rules.ts'

export const publishImport = operation({
  name: 'plan.publishImport',
  summary:
    'Publishes a reviewed document: the first plan, or an amendment of the one in force by the decision named; not by who reviewed it.',
  effect: 'write',
  may: importSteps.mayTake('publish'),
  input: HeadInput.partial().extend({
    ...ImportVersion.shape,
    /** Code of the agency that answers for the whole plan; asked for a first plan only. */
    standingAgency: Code.optional(),
  }),
  output: z.object({ number: z.number() }),
  async run(work, { id, version, standingAgency, ...verdict }) {
    await holdFor(work, 'publish', id)
    const { found: result, verdicts, plan, other, known } = await lookUp(work, id)
    await requireSeen(work.tx, result, (plan ?? other)?.id, version)
    if (other) throw new ProblemError(problems.anotherPlan({ symbol: other.symbol }))
    const { undecided: unjudged } = countsOf(piecesOf(result.draft), verdicts)
    const built = build(result.draft, verdicts, known)
    const wrong = [
      ...(unjudged > 0 ? [problems.importUndecided({ count: unjudged })] : []),
      ...(built.lacks.length > 0 ? [problems.importLacks({ count: built.lacks.length })] : []),
    ]
    if (wrong.length > 0) throw new ProblemError(...wrong)
    const facts = documentOf(result.draft, verdicts, plan?.legalBases)
    const published = plan
      ? await amend(work, { found: result, built, plan, known: known.state }, verdict)
      : await begin(work, { found: result, built, facts }, standingAgency)
    const state = await take(work, result, 'publish')
    await store.closeImport(work.tx, id, { state, version: published.number, planId: published.planId })
    work.audit({ subject: `import ${id}`, new: { version: published.number, fileName: result.fileName } })
    return { number: published.number }
  },
})

/** The document is attached as any other: the file kept, every clause with its words. */
async function attach(work: Work, planId: string, result: FullImport): Promise<string> {
  const id = work.newId()
  const { fileName, file, createdBy } = result
  await insertDocument(work.tx, { id, planId, fileName, file, by: createdBy?.id, at: work.now })
  return id
}

async function amend(
  work: Work,
  { found: result, built, plan, known }: { found: FullImport; built: Built; plan: Plan; known: Built['state'] | null },
  verdict: unknown,
) {
  const head = HeadInput.safeParse(verdict, { reportInput: true })
  if (!head.success) throw new ProblemError(...inputProblems(head.error))
  if (!known) throw new Error('a plan in force has a state')
  const diff = diffOf(known, built.state)
  if (diff.length === 0) throw new ProblemError(problems.importNoDifference())
  const documentId = await attach(work, plan.id, result)
  const number = await publishVersion(work, plan, {
    ...headOf(head.data),
    diff,
    draftedBy: result.createdBy?.id ?? null,
    documentId,
    order: built.state.clauses.map(({ ref }) => ref),
    groups: built.groups,
  })
  await replaceTexts(work.tx, plan.id, documentId, built.texts)
  return { number, planId: plan.id }
}

async function begin(
  work: Work,
  { found: result, built, facts }: { found: FullImport; built: Built; facts: ReturnType<typeof documentOf> },
  standingAgency: string | undefined,
) {
  const { symbol, issuedOn, title, period, signatory, legalBases } = facts
  if (!symbol || !issuedOn || !title || !period) throw new ProblemError(problems.importHeadless())
  if (!standingAgency) throw new ProblemError(problems.standingAgencyMissing({}, ['standingAgency']))
  const words: Words = untranslated(title)
  const planId = await writePlan(
    work,
    {
      plan: {
        code: `plan-${symbol.split('/')[0]}`,
        symbol,
        title: words,
        issuedOn,
        signatory: { name: signatory ?? '' },
        period,
        standingAgency,
        legalBases: [...legalBases],
        reporting: [],
      },
      clauses: { rows: built.state.clauses.map(({ text: _, ...clause }) => clause) },
      targets: { groups: built.groups, rows: built.state.targets },
      duties: built.state.duties,
      componentPlans: built.state.componentPlans,
    },
    result.createdBy?.id,
  )
  const documentId = await attach(work, planId, result)
  await replaceTexts(work.tx, planId, documentId, built.texts)
  return { number: 1, planId }
}
