/** How an import goes: read and checked in the background, stored when somebody says so, stopped and gone on with, undone as one. */
import { workflow } from '#kernel/workflow.ts'
import { operator } from '#platform/authority.ts'
import { bind } from '#platform/workflows/history.ts'
import type { ImportDefinition } from './definition.ts'
import { problems } from './problems.ts'

export const importStates = [
  'reading',
  'checked',
  'storing',
  'stopped',
  'done',
  'failed',
  'cancelled',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

/** What people do; the rest is the worker's. */
export const personSteps = ['confirm', 'cancel', 'stop', 'continue', 'undo'] as const
export type PersonStep = (typeof personSteps)[number]

/** `failed` is of a file that cannot be read; what fails while it is stored stops, with what is stored kept until it is undone or gone on with. */
export const tableImportWorkflow = workflow({
  name: 'platform.table-import',
  states: importStates,
  initial: 'reading',
  final: ['failed', 'cancelled', 'undone'],
  steps: {
    take: { from: [], to: 'reading', who: 'person' },
    read: { from: ['reading'], to: 'checked', who: 'worker' },
    refuse: { from: ['reading'], to: 'failed', who: 'worker' },
    confirm: { from: ['checked'], to: 'storing', who: 'person' },
    cancel: { from: ['reading', 'checked'], to: 'cancelled', who: 'person' },
    stop: { from: ['storing'], to: 'stopped', who: 'person' },
    interrupt: { from: ['storing'], to: 'stopped', who: 'worker' },
    continue: { from: ['stopped'], to: 'storing', who: 'person' },
    finish: { from: ['storing'], to: 'done', who: 'worker' },
    undo: { from: ['stopped', 'done'], to: 'undone', who: 'person' },
  },
})

/** The steps of imports of one kind: whoever may import takes what people do. */
export function importSteps({ may }: Pick<ImportDefinition<never>, 'may'>) {
  return bind(tableImportWorkflow, { rights: { person: may, worker: operator }, problemOf: () => problems.notNow() })
}

/** An import as its steps look at it: its file is one for ever, and so is its version. */
export function onItsWay({ id, state }: { readonly id: string; readonly state: ImportState }) {
  return { id, state, version: 1 }
}
