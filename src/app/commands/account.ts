/** `hieuhoc account`: accounts and roles, as the operator; how the first administrator comes to be. */
import { Argument, Command, Option } from 'commander'
import { allFields } from '#kernel/field.ts'
import { ProblemError } from '#kernel/problem.ts'
import {
  createAccount,
  delegate,
  disableAccount,
  enableAccount,
  endDelegation,
  grantRole,
  listAccounts,
  type RoleName,
  requireField,
  setPassword,
} from '#modules/access'
import { unitOperation, unitsOperation } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import type { Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { newToken } from '#platform/session/store.ts'
import type { Machine } from '../engine.ts'
import { readInput } from './input.ts'
import { commandProblems } from './problems.ts'
import { print, printOne, withMachine } from './with-machine.ts'

const roles: readonly RoleName[] = ['reader', 'editor', 'approver', 'administrator', 'auditor']

const add = new Command('add')
  .description(
    'makes an account, with a role if given: {email, password?}; the password is made unless read from input',
  )
  .argument('<email>')
  .requiredOption('--name <name>', 'the full name')
  .option('--unit <code>', 'the unit of the role')
  .addOption(new Option('--role <role>', 'what it may do there').choices(roles))
  .option('--field <field>', 'the field of work of the role, by the name of its module, or all', allFields)
  .option('--language <language>', 'vi or en', 'vi')
  .option('--password-stdin', 'reads the password from standard input')
  .option('--json', 'print JSON')
  .action(async (email: string, options: AddOptions) => {
    const { name, language, unit, role, field } = options
    if (Boolean(unit) !== Boolean(role)) throw new ProblemError(commandProblems.unitWithoutRole())
    const password = options.passwordStdin ? await readInput() : newToken()
    await withMachine(async (machine) => {
      // Looked up first: a wrong code must not leave an account without its role.
      if (unit) await asOperator(machine, unitOperation, { code: unit })
      if (unit) requireField(machine.fields, field)
      await asOperator(machine, createAccount, { email, name, language, password })
      if (unit) await asOperator(machine, grantRole, { email, unit, role, field })
    })
    printOne({ email, ...(options.passwordStdin ? {} : { password }) }, options.json)
  })

interface AddOptions {
  readonly name: string
  readonly language: string
  readonly unit?: string
  readonly role?: RoleName
  readonly field: string
  readonly passwordStdin?: boolean
  readonly json?: boolean
}

const role = new Command('role')
  .description(
    'gives an account a role at a unit and everything under it, for a field of work: {email, unit, role, field}',
  )
  .argument('<email>')
  .addArgument(new Argument('<role>', 'what it may do there').choices(roles))
  .argument('<unit>', 'the code of the unit')
  .option('--field <field>', 'the field of work, by the name of its module, or all', allFields)
  .option('--from <date>', 'the first day, YYYY-MM-DD (default today)')
  .option('--until <date>', 'the first day without it')
  .option('--json', 'print JSON')
  .action(async (email: string, given: string, unit: string, options: RoleOptions) => {
    const { field, from, until } = options
    await withMachine((machine) => asOperator(machine, grantRole, { email, unit, role: given, field, from, until }))
    printOne({ email, unit, role: given, field }, options.json)
  })

interface RoleOptions {
  readonly field: string
  readonly from?: string
  readonly until?: string
  readonly json?: boolean
}

const list = new Command('list')
  .description('who holds a role at a unit or under it: [{email, name, role, field, unit, from, until, disabled}]')
  .option('--unit <code>', 'the unit (default the city)')
  .option('--json', 'print JSON')
  .action(async (options: { unit?: string; json?: boolean }) => {
    print(await withMachine((machine) => allGrants(machine, options.unit)), options.json)
  })

/** One row for each role somebody holds. */
async function allGrants(machine: Machine, input: string | undefined): Promise<Record<string, unknown>[]> {
  const unit = input ?? (await asOperator(machine, unitsOperation, { kind: 'city', limit: 1 })).rows[0]?.code
  const rows: Record<string, unknown>[] = []
  let after: string | undefined
  do {
    const page = await asOperator(machine, listAccounts, { unit, after, limit: 1000 })
    for (const { email, name, isDisabled, grants } of page.rows) {
      for (const { role: held, field, unit: at, validFrom: from, validTo: until } of grants) {
        rows.push({ email, name, role: held, field, unit: at.code, from, until, disabled: isDisabled })
      }
    }
    after = page.next
  } while (after)
  return rows
}

const delegation = new Command('delegate')
  .description('lets somebody do what another may in a field, until a day: {id, delegator, delegate, field, until}')
  .argument('<delegator>', 'the e-mail of who holds the roles')
  .argument('<delegate>', 'the e-mail of who stands in')
  .requiredOption('--until <date>', 'the first day without it, YYYY-MM-DD, a year at most')
  .option('--field <field>', 'the field of work, by the name of its module, or all', allFields)
  .option('--from <date>', 'the first day (default today)')
  .option('--json', 'print JSON')
  .action(async (delegator: string, to: string, options: RoleOptions) => {
    const { field, from, until } = options
    const input = { delegator, delegate: to, field, from, until }
    const { id } = await withMachine((machine) => asOperator(machine, delegate, input))
    printOne({ id, delegator, delegate: to, field, until }, options.json)
  })

const ending = new Command('end-delegation')
  .description('ends a delegation; today is the first day without it: {id}')
  .argument('<id>', 'as `account delegate` and `op access.delegations` print it')
  .option('--json', 'print JSON')
  .action(async (id: string, options: { json?: boolean }) => {
    await withMachine((machine) => asOperator(machine, endDelegation, { delegation: id }))
    printOne({ id }, options.json)
  })

const disable = new Command('disable')
  .description('keeps an account out and ends its sessions: {email, disabled}; --undo lets it in again')
  .argument('<email>')
  .option('--undo', 'lets it in again')
  .option('--json', 'print JSON')
  .action(async (email: string, options: { undo?: boolean; json?: boolean }) => {
    const operation = options.undo ? enableAccount : disableAccount
    await withMachine((machine) => asOperator(machine, operation, { email }))
    printOne({ email, disabled: !options.undo }, options.json)
  })

const password = new Command('password')
  .description('sets a password and ends the sessions: {email, password?}; it is made unless read from input')
  .argument('<email>')
  .option('--password-stdin', 'reads the password from standard input')
  .option('--json', 'print JSON')
  .action(async (email: string, options: { passwordStdin?: boolean; json?: boolean }) => {
    const chosen = options.passwordStdin ? await readInput() : newToken()
    await withMachine((machine) => asOperator(machine, setPassword, { email, password: chosen }))
    printOne({ email, ...(options.passwordStdin ? {} : { password: chosen }) }, options.json)
  })

export const accountCommand = new Command('account')
  .description('accounts and the roles they hold')
  .addCommand(add)
  .addCommand(role)
  .addCommand(list)
  .addCommand(delegation)
  .addCommand(ending)
  .addCommand(disable)
  .addCommand(password)

function asOperator<I, O>(machine: Machine, operation: Operation<I, O>, input: unknown): Promise<O> {
  return perform(machine, operation, operatorCaller('command'), input)
}
