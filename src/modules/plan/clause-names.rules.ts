/** References to clauses as people read them: "V.KL" is kept, "V, lời kết" is shown. Whoever writes a reference sees it as it is kept. */
import type { Say, Words } from '#kernel/language.ts'
import { preambleRef } from '#modules/official-texts'
import { texts } from './plan.texts.ts'

/** Steps for which the document has no number; the second and later ones of a kind are counted: `KL2`. */
const unnumbered = new Map<string, Words>([
  [preambleRef, texts.refPreamble],
  ['KL', texts.refClosing],
  ['PL', texts.refAppendix],
])

interface Step {
  readonly text: string
  readonly isNamed: boolean
}

function stepsOf(say: Say, ref: string): Step[] {
  return ref.split('.').map((step) => {
    const [, letters = '', count = ''] = /^(\D+)(\d*)$/.exec(step) ?? []
    const words = unnumbered.get(letters)
    return words
      ? { text: [say(words), count].filter(Boolean).join(' '), isNamed: true }
      : { text: step, isNamed: false }
  })
}

/** A reference alone or in a list: "II.1.a", "V, lời kết", "Phụ lục 2, mục 1". */
export function refName(say: Say, ref: string): string {
  const [first, ...rest] = stepsOf(say, ref)
  let text = first?.isNamed ? first.text.slice(0, 1).toUpperCase() + first.text.slice(1) : (first?.text ?? '')
  let before = first
  for (const step of rest) {
    if (before?.isNamed && !step.isNamed) text += `, ${say(texts.refItem, { ref: step.text })}`
    else text += `${step.isNamed ? ', ' : '.'}${step.text}`
    before = step
  }
  return text
}

/** The same with what it is: "Mục II.1.a", "Lời kết". */
export function clauseName(say: Say, ref: string): string {
  const isNumbered = !stepsOf(say, ref)[0]?.isNamed
  return isNumbered ? say(texts.clauseNumber, { ref: refName(say, ref) }) : refName(say, ref)
}
