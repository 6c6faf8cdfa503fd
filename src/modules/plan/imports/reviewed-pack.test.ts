/** The plan of Hanoi in the packs is the reviewed result of reading its document, and reading it again changes nothing. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'
import { formatPack } from '../../../../scripts/packs/format.ts'
import { decisionsOf, knownToPacks, planPacks, readReview, undecidedIn } from '../../../../scripts/packs/plan.ts'
import { diffOf } from '../versions/versions.rules.ts'
import { build } from './reviewed-facts.rules.ts'

const root = resolve(import.meta.dirname, '../../../..')
const source = resolve(root, '../shared/data/ke-hoach-290-kh-ubnd.txt')

describe.skipIf(!existsSync(source))(
  'packs/hanoi/plan-290 (skipped where the text of the plan is not beside the project)',
  () => {
    const text = existsSync(source) ? readFileSync(source, 'utf8') : ''
    const review = readReview()

    test.each(['plan.json', 'clauses.json', 'targets.json', 'duties.json', 'component-plans.json'])(
      '%s is the document and its review',
      (name) => {
        const made = planPacks(text, review)[name] ?? {}
        expect(readFileSync(resolve(root, 'packs/hanoi/plan-290', name), 'utf8')).toBe(
          formatPack(made).normalize('NFC'),
        )
      },
    )

    test('every doubtful piece was decided', () => {
      expect(undecidedIn(text, review)).toEqual([])
    })

    /** Faults are told again whenever the document comes; all else is known. */
    const faults = new Map([...decisionsOf(review)].filter(([piece]) => piece.startsWith('fault ')))

    test('an installation with the plan finds no difference when the same document comes again', () => {
      const known = knownToPacks('2021-12-16')
      const { state } = build(readDraft(text), decisionsOf(review), known)
      const again = build(readDraft(text), faults, { ...known, state })
      expect(again.lacks).toEqual([])
      expect(diffOf(state, again.state)).toEqual([])
    })

    test('a target with another number is the only difference', () => {
      const known = knownToPacks('2021-12-16')
      const { state } = build(readDraft(text), decisionsOf(review), known)
      const draft = readDraft(text)
      const [target] = draft.targets.filter(({ ref }) => ref === 'II.2.d.1.1')
      if (target) target.value = 77
      const diff = diffOf(state, build(draft, faults, { ...known, state }).state)
      expect(diff).toMatchObject([
        { what: 'target', old: { ref: 'II.2.d.1.1' }, new: { ref: 'II.2.d.1.1', value: 77 } },
      ])
    })
  },
)

test('the review copies no sentence of the document', () => {
  const long = JSON.stringify(readReview()).match(/"[^"]{160,}"/g) ?? []
  expect(long.filter((text) => !text.startsWith('"What people decided'))).toEqual([])
})
