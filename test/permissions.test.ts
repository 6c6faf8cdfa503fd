/**
 * Every operation against every kind of caller, decided by `perform` itself with the real tree, grants and tokens, and with the
 * operation's own way to the unit that its input is about. The answers are kept in permissions.golden.md, so that a right that changes is seen in review; UPDATE_DOCS=1 writes it anew.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fields, modules } from '#app/modules.ts'
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import { createAccount, createToken, delegate, grantRole, invite } from '#modules/access'
import { type Caller, type May, operatorCaller, ruleInWords } from '#platform/authority.ts'
import type { AnyOperation, Operation } from '#platform/operation.ts'
import { mayPerform, perform } from '#platform/perform.ts'
import { projectRoot } from '#platform/root.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { callerOf, emailOf, type SmallCityPerson, smallCity, unitIdOf } from '#test/worlds/small-city.ts'

const goldenFile = join(projectRoot, 'test', 'permissions.golden.md')
const operations = modules.flatMap((module) => module.operations)

const database = await testDatabase(smallCity)
const machine = await testMachine(database)
/** Who holds a role for one field of work only. */
const inOneField = {
  'song-bao-cao': { role: 'editor', unit: '101', field: 'collection' },
  'song-quan-tri-bao-cao': { role: 'administrator', unit: '101', field: 'collection' },
  'song-quan-tri-ke-hoach': { role: 'administrator', unit: '101', field: 'plan' },
  'pho-bao-cao': { role: 'approver', unit: '01', field: 'collection' },
  'pho-ke-hoach': { role: 'approver', unit: '01', field: 'plan' },
  'pho-kiem-toan-bao-cao': { role: 'auditor', unit: '01', field: 'collection' },
} as const
for (const [key, given] of Object.entries(inOneField)) {
  const email = emailOf(key as SmallCityPerson)
  await perform(machine, createAccount, operatorCaller('command'), { email, name: key })
  await perform(machine, grantRole, operatorCaller('command'), { email, from: '2026-01-01', ...given })
}

/** What an input can name, all of it of one commune: its code, an account, a grant, an invitation, an entry of the log, a form, a value. */
const commune = await thingsOf('101')

async function thingsOf(unit: string) {
  const { pool } = database
  const one = async (text: string, values: unknown[]) => (await pool.query(text, values)).rows[0]
  const unitId = await unitIdOf(database, unit)
  const held = await one(`select id from access.role_grant where unit_id = $1 and field = 'collection'`, [unitId])
  const entry = await one(
    `select seq from platform.audit_entry where unit_id = $1 and detail->>'field' = 'collection' limit 1`,
    [unitId],
  )
  const input = { email: 'moi@nho.example', name: 'Mới', unit, role: 'reader', field: 'collection' }
  await perform(machine, invite, operatorCaller('command'), input)
  const invited = await one('select id from access.invitation where unit_id = $1', [unitId])
  // One's own: of the commune's editor a token, and a delegation to the city's reader, who is found by it where the role counts.
  const editor = await callerOf(database, 'song-nhap')
  const token = await perform(machine, createToken, editor, { name: 'x', scopes: ['*'], expiresOn: '2026-12-01' })
  const delegator = emailOf('song-nhap')
  const standIn = {
    delegator,
    delegate: emailOf('khach-thay' as SmallCityPerson),
    field: 'collection',
    until: '2026-12-01',
  }
  await perform(machine, createAccount, operatorCaller('command'), { email: standIn.delegate, name: 'khach-thay' })
  const delegation = await perform(machine, delegate, operatorCaller('command'), standIn)
  const [form, round, submission, value] = [1, 2, 3, 4].map(() => newId())
  await pool.query(
    `insert into collection.form (id, code, year, audience, per_duty, name_vi, name_en, duty_fields)
     values ('${form}', 'x', 2026, 'commune', false, 'x', 'x', '[]');
     insert into collection.round (id, year, title_vi, title_en, opens_on, due_on, state, is_sample, created_at)
     values ('${round}', 2026, 'x', 'x', '2026-01-01', '2026-12-01', 'open', false, now());
     insert into collection.submission (unit_id, id, round_id, form_id, state, due_on, is_sample)
     values ('${unitId}', '${submission}', '${round}', '${form}', 'not-started', '2026-12-01', false);
     insert into indicators.source (id, kind, rank, title) values ('x', 'x', 1, 'x');
     insert into indicators.value (unit_id, id, subject, year, amount, status, confidence, source_id, recorded_at)
     values ('${unitId}', '${value}', 'x', 2026, 1, 'confirmed', 'high', 'x', now())`,
  )
  const email = emailOf('song-doc')
  const numbers = { round: 2026, seq: Number(entry.seq) }
  const own = { delegator, delegation: delegation.id, token: token.id }
  return {
    ...own,
    unit,
    field: 'collection',
    email,
    grant: held.id,
    invitation: invited.id,
    submission,
    id: value,
    ...numbers,
  }
}

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
  ...(
    [
      ['here E forms', 'song-bao-cao'],
      ['here M forms', 'song-quan-tri-bao-cao'],
      ['here M plan', 'song-quan-tri-ke-hoach'],
      ['city A forms', 'pho-bao-cao'],
      ['city A plan', 'pho-ke-hoach'],
      ['city L forms', 'pho-kiem-toan-bao-cao'],
      ['delegate', 'khach-thay'],
    ] as const
  ).map(([label, person]) => ({ label, caller: () => callerOf(database, person as SmallCityPerson) })),
  { label: 'agency E', caller: () => callerOf(database, 'so-nhap') },
  {
    label: 'token out of scope',
    caller: async () => ({ ...(await callerOf(database, 'pho-quan-tri')), via: 'api', scopes: ['nothing'] }),
  },
  { label: 'operator', caller: async () => operatorCaller('command') },
]

const marks = { allowed: '✓', forbidden: '·', 'sign in first': '–' } as const
type Decision = keyof typeof marks

/** What `perform` does with this caller before anything else runs; `mayPerform` must say the same without running it. */
async function decisionOf(operation: AnyOperation, caller: Caller): Promise<Decision> {
  let hasRun = false
  const probe: Operation<unknown, unknown> = {
    name: operation.name,
    summary: operation.summary,
    effect: operation.effect,
    may: operation.may as May<unknown>,
    input: z.unknown(),
    output: z.unknown(),
    async run() {
      hasRun = true
      return {}
    },
  }
  // Under one name two operations ask for two things.
  const input = operation.name === 'access.revokeToken' ? { id: commune.token } : commune
  const isOffered = await mayPerform(machine, probe, caller, input)
  expect(hasRun).toBe(false)
  try {
    await perform(machine, probe, caller, input)
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
    ruleInWords(operation, fields),
    ...decisions.map((each) => marks[each]),
  ])
  return `${preface}${[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('')}`
}

const preface = `# Who may do what

Made by \`test/permissions.test.ts\`: each cell is what \`perform\` did. ✓ allowed, · forbidden (403), – asked to sign in (401).

The unit in question is a commune; *here* are people of that commune, *elsewhere* of another, *city* of the city above both, *agency*
of an agency of the city. R reader, E editor, A approver, M administrator, L auditor; *forms* and *plan* hold their role only for the
field of work of that name, \`collection\` or \`plan\`, all others for every field. *delegate* holds nothing but
what *here E* delegated for \`collection\`; a token, a delegator and a delegation that an input names are *here E*'s. Where the rule names
the city, the question is about the city; where it names a field, about \`collection\`. The operator is the person at the machine, and its jobs.

`
