/** What a page's form sends along: the version of what is judged, as it stands when nobody changes it in between. */
import { submissionOperation } from '#modules/collection'
import { plan } from '#modules/plan'
import { operatorCaller } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { perform, performAny } from '#platform/perform.ts'

interface Read {
  readonly amendment?: { readonly revision: number }
  readonly version?: string
  readonly pieces?: readonly { readonly decision: { readonly version: number } | null }[]
}

interface Named {
  readonly id?: string
  readonly amendment?: string
  readonly draft?: string
  readonly piece?: string
}

/** The input of an operation of the plan, with the version of what it judges where none is given. */
export async function seenInPlan(engine: Engine, name: string, input: object): Promise<object> {
  const { id, amendment, draft, piece } = input as Named
  const read = async (of: string, input: object) => {
    const operation = plan.operations.find((each) => each.name === `plan.${of}`)
    if (!operation) throw new Error(`no operation plan.${of}`)
    return (await performAny(engine, operation, operatorCaller('command'), input)) as Read
  }
  switch (name) {
    case 'publishAmendment':
    case 'discardAmendment':
    case 'editAmendment':
      return { revision: (await read('amendment', { id })).amendment?.revision, ...input }
    case 'writeTarget':
    case 'endTarget':
    case 'writeDuty':
    case 'endDuty':
    case 'retitleClause':
    case 'dropChange':
      return { revision: (await read('amendment', { id: amendment })).amendment?.revision, ...input }
    case 'convertTarget':
      return draft ? { revision: (await read('amendment', { id: draft })).amendment?.revision, ...input } : input
    case 'acceptSure':
    case 'publishImport':
    case 'discardImport':
      return { version: (await read('import', { id })).version, ...input }
    case 'judgePiece':
    case 'linkIndicator': {
      const { pieces = [] } = await read('import', { id, piece })
      return { version: pieces[0]?.decision?.version ?? 0, ...input }
    }
    default:
      return input
  }
}

/** The input of sending a form as it stands. */
export async function seenForm<Form extends { readonly round: number; readonly unit: string }>(
  engine: Engine,
  form: Form,
): Promise<Form & { contentVersion: number }> {
  const { submission } = await perform(engine, submissionOperation, operatorCaller('command'), form)
  return { ...form, contentVersion: submission.contentVersion }
}
