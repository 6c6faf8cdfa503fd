/** Loads the forms of a country's pack. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Slug } from '#kernel/schema.ts'
import { operator } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { readPack } from '#platform/packs.ts'
import { problems } from '../collection.texts.ts'
import { FormPack, FormTerms } from './forms.model.ts'
import { formsOf } from './forms.rules.ts'
import * as store from './forms.store.ts'

export const loadForms = operation({
  name: 'collection.loadPack',
  summary: 'Loads the forms of a pack; measures must be loaded before.',
  effect: 'write',
  may: operator,
  input: z.object({ pack: Slug }),
  output: z.object({ forms: z.number() }),
  async run({ tx, newId, audit }, { pack }) {
    const [counted] = await store.countForms(tx)
    if (counted?.count) throw new ProblemError(problems.alreadyLoaded())
    const read = await readPack(`${pack}/forms`, FormPack)
    const terms = await readPack(`${pack}/terms`, FormTerms)
    const forms = formsOf(read, terms)
    for (const form of forms) await store.insertForm(tx, { ...form, id: newId() }, terms.units)
    await store.insertDutyStates(tx, read.states)
    audit({ subject: `pack ${pack}`, new: { forms: forms.map((form) => form.code) } })
    return { forms: forms.length }
  },
})

/** A form with its sections and rows in order. */
export async function formOf(tx: Tx, formId: string) {
  const [form] = await store.findForm(tx, { id: formId })
  if (!form) throw new Error(`no form ${formId}`)
  return {
    ...form,
    sections: await store.listSections(tx, { formId }),
    rows: await store.listRows(tx, { formId }),
  }
}
export type Form = Awaited<ReturnType<typeof formOf>>
