/** How an import goes: read and checked in the background, stored when somebody says so, stopped and gone on with, undone as one. */
import { workflow } from '#kernel/workflow.ts'

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
  states: importStates,
  initial: 'reading',
  final: ['failed', 'cancelled', 'undone'],
  steps: {
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
