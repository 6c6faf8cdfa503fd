/** Rules of who may, as a table: every kind of rule against every kind of caller, and on whose behalf. */
import { describe, expect, test } from 'vitest'
import type { Field } from '#kernel/field.ts'
import {
  type Authority,
  admissionBy,
  anyOf,
  anyone,
  type Caller,
  isInScope,
  type May,
  operator,
  operatorCaller,
  relatedBy,
  roleAt,
  ruleInWords,
  self,
  signedIn,
} from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'

const names = { an: 'An', binh: 'Bình', chi: 'Chi' } as const
type Name = keyof typeof names

const caller = (id: Name): Caller => ({ via: 'web', account: { id, name: names[id] } })
const nobody: Caller = { via: 'web' }

/** An edits at the unit `u` for forms; Bình stands in for An; Chi audits at `u`. */
const held = [
  { account: 'an', holder: 'an', role: 'editor', field: 'collection' },
  { account: 'binh', holder: 'an', role: 'editor', field: 'collection' },
  { account: 'binh', holder: 'binh', role: 'auditor', field: 'all' },
  { account: 'chi', holder: 'chi', role: 'auditor', field: 'all' },
] as const

const authority: Authority = {
  async holds(_, { accountId, roles, unitId, field }) {
    const grant = held.find(
      (each) =>
        unitId === 'u' &&
        each.account === accountId &&
        roles.includes(each.role) &&
        (field === 'any' || each.field === 'all' || each.field === field),
    )
    return grant && { id: grant.holder, name: names[grant.holder] }
  },
}

interface Input {
  readonly unit?: string
  readonly field?: string
  readonly owner?: string
}

const unit = async ({ unit }: Input) => unit
const ofInput = { subject: 'input.field', locate: async ({ field }: Input) => field }
const editor = roleAt('editor', 'unit', unit)
const auditor = roleAt('auditor', 'unit', unit)
const owner = self('thing.owner', async ({ owner }: Input) => owner)
const neighbour = relatedBy('neighbour of', 'owner', async (id, { owner }: Input) => id === 'binh' && owner === 'an')

/** Let in by one's own right, on behalf of somebody, or not at all. */
async function answer(may: May<Input>, who: Caller, input: Input, field: string): Promise<string> {
  const admission = await admissionBy(may, who, input, { tx: {} as Tx, authority, on: '2026-11-02', field })
  return admission ? (admission.onBehalfOf?.name ?? 'own') : 'no'
}

describe('a rule lets in', () => {
  const u = { unit: 'u', field: 'collection', owner: 'an' }
  const rules: readonly [name: string, may: May<Input>, input: Input, field: string, answers: readonly string[]][] = [
    // nobody, An, Bình, Chi, the operator
    ['anyone', anyone, u, 'collection', ['own', 'own', 'own', 'own', 'own']],
    ['signed-in', signedIn, u, 'collection', ['no', 'own', 'own', 'own', 'own']],
    ['operator', operator, u, 'collection', ['no', 'no', 'no', 'no', 'own']],
    ['a role in the field of the operation', editor, u, 'collection', ['no', 'own', 'An', 'no', 'own']],
    ['a role in another field', editor, u, 'plan', ['no', 'no', 'no', 'no', 'own']],
    ['a role for all fields', auditor, u, 'all', ['no', 'no', 'own', 'own', 'own']],
    [
      'a role in the field of the input',
      roleAt('editor', 'unit', unit, ofInput),
      u,
      'plan',
      ['no', 'own', 'An', 'no', 'own'],
    ],
    ['a role in whatever field', roleAt('editor', 'unit', unit, 'any'), u, 'plan', ['no', 'own', 'An', 'no', 'own']],
    ['a role at no unit', editor, { ...u, unit: undefined }, 'collection', ['no', 'no', 'no', 'no', 'own']],
    [
      'a role in no field',
      roleAt('editor', 'unit', unit, ofInput),
      { unit: 'u' },
      'collection',
      ['no', 'no', 'no', 'no', 'own'],
    ],
    ['self', owner, u, 'collection', ['no', 'own', 'no', 'no', 'own']],
    ['self of nobody’s', owner, { unit: 'u' }, 'collection', ['no', 'no', 'no', 'no', 'own']],
    ['a relation', neighbour, u, 'collection', ['no', 'no', 'own', 'no', 'own']],
    [
      'one’s own before what was delegated',
      anyOf(editor, auditor),
      u,
      'collection',
      ['no', 'own', 'own', 'own', 'own'],
    ],
    [
      'what was delegated where there is no other',
      anyOf(editor, owner),
      u,
      'collection',
      ['no', 'own', 'An', 'no', 'own'],
    ],
  ]
  test.each(rules)('%s', async (_, may, input, field, answers) => {
    const callers = [nobody, caller('an'), caller('binh'), caller('chi'), operatorCaller('command')]
    expect(await Promise.all(callers.map((who) => answer(may, who, input, field)))).toEqual(answers)
  })
})

test('a rule says its field', () => {
  const fields: Field[] = [{ code: 'collection', words: { vi: 'Báo cáo tổng hợp', en: 'Reporting forms' } }]
  const inWords = (name: string, may: May<never>) => ruleInWords({ name, may }, fields)
  expect(inWords('collection.send', editor)).toBe('editor at unit for collection')
  expect(inWords('system.queues', editor)).toBe('editor at unit for all fields')
  expect(inWords('collection.send', roleAt('editor', 'unit', unit, 'any'))).toBe('editor at unit for any field')
  expect(inWords('collection.send', anyOf(roleAt('editor', 'unit', unit, ofInput), owner, neighbour))).toBe(
    'editor at unit for input.field or self as thing.owner or neighbour of owner',
  )
})

describe('a token', () => {
  const operation = { name: 'units.changes', former: { name: 'old.acts' } }
  test.each<[scopes: string[] | undefined, mayCall: boolean]>([
    [undefined, true],
    [['*'], true],
    [['units'], true],
    [['units.changes'], true],
    // Made in the version before, for what was called so then.
    [['old.acts'], true],
    [['old'], false],
    [['units.others', 'unit', 'units.change'], false],
    [[], false],
  ])('for %j', (scopes, mayCall) => {
    expect(isInScope({ via: 'api', ...(scopes && { scopes }) }, operation)).toBe(mayCall)
  })
})
