/** Forms of a pack in a running city: a form that changed is a new version, for rounds that begin with it. */
import type { PackKind, PackRows, ReadPack } from '#platform/pack-kinds/model.ts'
import { FormPack, FormTerms } from './forms.model.ts'
import { formsOf } from './forms.rules.ts'
import * as store from './forms.store.ts'

async function formsInPack(read: ReadPack) {
  const terms = await read('vietnam/terms', FormTerms)
  return { forms: formsOf(await read('vietnam/forms', FormPack), terms), terms }
}

export const formKind: PackKind = {
  name: 'collection.form',
  order: 50,
  words: { vi: 'Biểu mẫu', en: 'Forms' },
  files: () => ['vietnam/forms'],
  inPack: async (read) => rowsOf((await formsInPack(read)).forms),
  inDatabase: async (tx) => rowsOf(await store.listFormContents(tx, undefined)),
  async apply({ tx, newId, today }, { written, ended }, { read }) {
    const { forms, terms } = await formsInPack(read)
    for (const form of forms.filter(({ code }) => written.has(code)))
      await store.insertForm(tx, { ...form, id: newId() }, terms.units)
    await store.endForms(tx, ended, today)
  },
}

function rowsOf(forms: readonly { readonly code: string }[]): PackRows {
  return new Map(forms.map(({ code, ...content }) => [code, content]))
}
