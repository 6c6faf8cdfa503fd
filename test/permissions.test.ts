/**
 * Every operation against every kind of caller, decided by `perform` itself with the real tree, grants and tokens. The answers are
 * kept in permissions.golden.md, so that a right that changes is seen in review; UPDATE_DOCS=1 writes it anew.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { modules } from '#app/modules.ts'
import { ProblemError } from '#kernel/problem.ts'
import { type Caller, type May, operatorCaller, ruleInWords } from '#platform/authority.ts'
import type { AnyOperation, Operation } from '#platform/operation.ts'
import { mayPerform, perform } from '#platform/perform.ts'
import { projectRoot } from '#platform/root.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { callerOf, type SmallCityPerson, smallCity, unitIdOf } from '#test/worlds/small-city.ts'

const goldenFile = join(projectRoot, 'test', 'permissions.golden.md')
const operations = modules.flatMap((module) => module.operations)

const database = await testDatabase(smallCity)
const machine = await testMachine(database)
const places = { city: await unitIdOf(database, '01'), other: await unitIdOf(database, '101') }

const initials = { doc: 'R', nhap: 'E', duyet: 'A', 'quan-tri': 'M', 'kiem-toan': 'L' } as const
const held = Object.keys(initials) as (keyof typeof initials)[]

/** Columns of the table; a person of the small city each, but for the first and the last two. */
const columns: readonly { readonly label: string; readonly caller: () => Promise<Caller> }[] = [
  { label: 'nobody', caller: async () => ({ via: 'web', from: '192.0.2.1' }) },
  { label: 'no role', caller: () => callerOf(database, 'khach') },
  ...(['song', 'doi', 'pho'] as const).flatMap((where) =>
    held.map((what) => ({
      label: `${{ song: 'here', doi: 'elsewhere', pho: 'city' }[where]} ${initials[what]}`,
      caller: () => callerOf(database, `${where}-${what}` as SmallCityPerson),
    })),
  ),
  { label: 'agency E', caller: () => callerOf(database, 'so-nhap') },
  {
    label: 'token out of scope',
    caller: async () => ({ ...(await callerOf(database, 'pho-quan-tri')), via: 'api', scopes: ['nothing'] }),
  },
  { label: 'operator', caller: async () => operatorCaller('command') },
]

const marks = { allowed: '✓', forbidden: '·', 'sign in first': '–' } as const
type Decision = keyof typeof marks

/** The rule with every unit it looks for put here (or at the city, where the rule says city): whose rights are then the question. */
function placed(may: May<never>): May<unknown> {
  if (may.kind === 'any-of') return { kind: 'any-of', rules: may.rules.map(placed) }
  if (may.kind !== 'role') return may
  const unitId = may.subject === 'city' ? places.city : places.other
  return { ...may, locate: async () => unitId }
}

/** What `perform` does with this caller before anything else runs; `mayPerform` must say the same without running it. */
async function decisionOf(operation: AnyOperation, caller: Caller): Promise<Decision> {
  let hasRun = false
  const probe: Operation<unknown, unknown> = {
    name: operation.name,
    summary: operation.summary,
    effect: operation.effect,
    may: placed(operation.may),
    input: z.unknown(),
    output: z.unknown(),
    async run() {
      hasRun = true
      return {}
    },
  }
  const isOffered = await mayPerform(machine, probe, caller, {})
  expect(hasRun).toBe(false)
  try {
    await perform(machine, probe, caller, {})
    expect(isOffered).toBe(true)
    return 'allowed'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    expect([hasRun, isOffered]).toEqual([false, false])
    expect([401, 403]).toContain(error.status)
    return error.status === 401 ? 'sign in first' : 'forbidden'
  }
}

interface Row {
  readonly operation: AnyOperation
  readonly decisions: readonly Decision[]
}

async function decideAll(): Promise<Row[]> {
  const callers = await Promise.all(columns.map((column) => column.caller()))
  const rows: Row[] = []
  for (const operation of operations) {
    const decisions: Decision[] = []
    for (const caller of callers) decisions.push(await decisionOf(operation, caller))
    rows.push({ operation, decisions })
  }
  return rows
}

const rows = await decideAll()

function decision(row: Row, label: string): Decision | undefined {
  return row.decisions[columns.findIndex((column) => column.label === label)]
}

describe('every operation', () => {
  test('allows and denies as the golden table says', async () => {
    const now = table(rows)
    if (process.env.UPDATE_DOCS) await writeFile(goldenFile, now)
    expect(now).toBe(await readFile(goldenFile, 'utf8'))
  }, 60_000)

  test.each(rows)('$operation.name: no write by nobody but what is open on purpose', ({ operation, decisions }) => {
    const open = ['access.signIn', 'access.requestPasswordReset', 'access.resetPassword', 'access.acceptInvitation']
    const isOpenWrite = operation.effect === 'write' && decisions[0] === 'allowed'
    expect(isOpenWrite && !open.includes(operation.name)).toBe(false)
  })

  test.each(rows)(
    '$operation.name: a token out of scope may read what is public and nothing else, the operator may all',
    (row) => {
      const { effect, may } = row.operation
      const isPublic = effect === 'read' && may.kind === 'anyone'
      const expected = [isPublic ? 'allowed' : 'forbidden', 'allowed']
      expect([decision(row, 'token out of scope'), decision(row, 'operator')]).toEqual(expected)
    },
  )

  test.each(rows)('$operation.name: a role elsewhere counts no more than none', (row) => {
    for (const label of Object.values(initials)) {
      expect(decision(row, `elsewhere ${label}`)).toBe(decision(row, 'no role'))
    }
  })
})

function table(all: readonly Row[]): string {
  const head = ['operation', 'who may', ...columns.map((column) => column.label)]
  const lines = all.map(({ operation, decisions }) => [
    `\`${operation.name}\``,
    ruleInWords(operation.may),
    ...decisions.map((each) => marks[each]),
  ])
  return `${preface}${[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('')}`
}

const preface = `# Who may do what

Made by \`test/permissions.test.ts\`: each cell is what \`perform\` did. ✓ allowed, · forbidden (403), – asked to sign in (401).

The unit in question is a commune; *here* are people of that commune, *elsewhere* of another, *city* of the city above both, *agency*
of an agency of the city. R reader, E editor, A approver, M administrator, L auditor. Where the rule names the city, the question
is about the city. The operator is the person at the machine, and its jobs.

`
