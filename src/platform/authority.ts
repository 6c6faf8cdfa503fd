/** Who may do an operation: rules as values that a test can enumerate, decided by one indexed join. */
import { allFields, type Field, fieldOf } from '#kernel/field.ts'
import type { Tx } from '#platform/database/index.ts'

/** Roles at a unit and everything under it, each including the one before; `auditor` stands apart and only reads. */
export const roles = ['reader', 'editor', 'approver', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

const ladder: readonly Role[] = ['reader', 'editor', 'approver', 'administrator']

/** The roles that include `role`: an approver may all that an editor may. */
export function rolesIncluding(role: Role): readonly Role[] {
  return role === 'auditor' ? ['auditor'] : ladder.slice(ladder.indexOf(role))
}

/** Finds the unit that an input is about, on a business date; undefined when there is none, and then nobody may. */
export type Locate<Input> = (input: Input, tx: Tx, on: string) => Promise<string | undefined>

/**
 * In which field of work a role is asked for, where it is not the field of the operation: the one that an input is about, or `any`,
 * and then the operation cuts what it gives to the fields that are held.
 */
export type FieldRule<Input> = 'any' | { readonly subject: string; readonly locate: Locate<Input> }

export type May<Input> =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'role'
      readonly role: Role
      readonly subject: string
      readonly locate: Locate<Input>
      readonly field?: FieldRule<Input>
      /** The unit is the same whatever the input. */
      readonly isFixed?: true
    }
  | { readonly kind: 'any-of'; readonly rules: readonly May<Input>[] }

/** Everybody, signed in or not. */
export const anyone: May<unknown> = { kind: 'anyone' }
/** Every account; what it sees is cut by the query itself. */
export const signedIn: May<unknown> = { kind: 'signed-in' }
/** Only the person at the machine, by the command line. */
export const operator: May<unknown> = { kind: 'operator' }

/** Accounts that hold `role` (or one that includes it) at the unit found by `locate`, or above it, for the field of the operation. */
export function roleAt<Input>(
  role: Role,
  subject: string,
  locate: Locate<Input>,
  field?: FieldRule<Input>,
): May<Input> {
  return { kind: 'role', role, subject, locate, field }
}

/** The same at one unit that no input names, as the city. */
export function roleAtOne(
  role: Role,
  subject: string,
  find: (tx: Tx, on: string) => Promise<string | undefined>,
): May<unknown> {
  return { kind: 'role', role, subject, locate: (_, tx, on) => find(tx, on), isFixed: true }
}

export function anyOf<Input>(...rules: May<Input>[]): May<Input> {
  return { kind: 'any-of', rules }
}

/** A role that is asked for. */
export interface RoleAsked {
  readonly accountId: string
  /** One of these. */
  readonly roles: readonly Role[]
  readonly unitId: string
  /** For this field, or for all of them. */
  readonly field: string
  /** A business date. */
  readonly on: string
}

/** In `RoleAsked`: for whatever field. */
export const anyField = 'any'

/** The port that module `access` fills: does the account hold such a role at the unit or above it? */
export interface Authority {
  holds(tx: Tx, asked: RoleAsked): Promise<boolean>
}

export interface Caller {
  readonly account?: {
    readonly id: string
    readonly name: string
    /** Roles held anywhere: what a menu shows. Rights are decided anew for every operation. */
    readonly roles?: readonly Role[]
  }
  readonly via: 'web' | 'api' | 'command' | 'job'
  /** The hash of the session's token, where one says who calls. */
  readonly session?: string
  /** The address the request came from. */
  readonly from?: string
  /** What an API token is limited to: names of operations, or of modules. */
  readonly scopes?: readonly string[]
}

/** The caller of jobs and of the command line: the operator of the machine. */
export function operatorCaller(via: 'command' | 'job'): Caller {
  return { via, from: via }
}

/** What a rule is decided with: `field` is that of the operation. */
export interface Deciding {
  readonly tx: Tx
  readonly authority: Authority
  readonly on: string
  readonly field: string
}

/** Decides a rule for one caller and input. */
export async function isAllowed<Input>(may: May<Input>, caller: Caller, input: Input, at: Deciding): Promise<boolean> {
  if (isOperator(caller)) return true
  switch (may.kind) {
    case 'anyone':
      return true
    case 'operator':
      return false
    case 'signed-in':
      return caller.account !== undefined
    case 'any-of':
      for (const rule of may.rules) if (await isAllowed(rule, caller, input, at)) return true
      return false
    case 'role': {
      if (!caller.account) return false
      const { tx, on } = at
      const unitId = await may.locate(input, tx, on)
      const field = unitId === undefined ? undefined : await fieldAsked(may, input, at)
      if (unitId === undefined || field === undefined) return false
      const asked = { accountId: caller.account.id, roles: rolesIncluding(may.role), unitId, field, on }
      return at.authority.holds(tx, asked)
    }
  }
}

async function fieldAsked<Input>(
  { field }: Extract<May<Input>, { kind: 'role' }>,
  input: Input,
  at: Deciding,
): Promise<string | undefined> {
  if (field === undefined) return at.field
  return field === 'any' ? anyField : field.locate(input, at.tx, at.on)
}

/**
 * As whom a caller calls: whose token is not for this operation is nobody for what anybody may read, and sees what nobody sees.
 */
export function callingAs<Input>(
  operation: { readonly name: string; readonly effect: 'read' | 'write'; readonly may: May<Input> },
  caller: Caller,
): Caller {
  const isPublic = operation.effect === 'read' && operation.may.kind === 'anyone'
  return isPublic && !isInScope(caller, operation.name) ? { via: caller.via, from: caller.from } : caller
}

/** What `perform` does with a caller: lets them, refuses them, or asks who they are. */
export async function decide<Input>(
  operation: { readonly name: string; readonly may: May<Input> },
  caller: Caller,
  input: Input,
  at: Deciding,
): Promise<'allowed' | 'forbidden' | 'sign-in-first'> {
  if (isInScope(caller, operation.name) && (await isAllowed(operation.may, caller, input, at))) return 'allowed'
  return caller.account || isOperator(caller) ? 'forbidden' : 'sign-in-first'
}

/** Whether the caller needs no input to be refused: they are nobody, and the rule lets nobody in. */
export function isRefusedUnasked(operation: { readonly may: May<never> }, caller: Caller): boolean {
  return !caller.account && !isOperator(caller) && !letsAnyoneIn(operation.may)
}

function letsAnyoneIn(may: May<never>): boolean {
  return may.kind === 'any-of' ? may.rules.some(letsAnyoneIn) : may.kind === 'anyone'
}

/** Whether who may depends on the input: if not, one can ask before anything is typed. */
export function readsInput(may: May<never>): boolean {
  if (may.kind === 'any-of') return may.rules.some(readsInput)
  return may.kind === 'role' && !may.isFixed
}

export function isOperator(caller: Caller): boolean {
  return !caller.account && (caller.via === 'command' || caller.via === 'job')
}

/** The rule of an operation in words, for the golden table and the API's page: `editor at submission.unit for collection`. */
export function ruleInWords(
  operation: { readonly name: string; readonly may: May<never> },
  fields: readonly Field[],
): string {
  return inWords(operation.may, fieldOf(operation.name, fields))
}

function inWords(may: May<never>, own: string): string {
  if (may.kind === 'any-of') return may.rules.map((rule) => inWords(rule, own)).join(' or ')
  return may.kind === 'role' ? `${may.role} at ${may.subject} for ${fieldInWords(may.field, own)}` : may.kind
}

function fieldInWords(field: FieldRule<never> | undefined, own: string): string {
  if (field === undefined) return own === allFields ? 'all fields' : own
  return field === 'any' ? 'any field' : field.subject
}

/** A token may call an operation when it is named, or its module is, or the token is for everything. */
export function isInScope(caller: Caller, operationName: string): boolean {
  if (!caller.scopes) return true
  const module = operationName.split('.')[0] ?? ''
  return caller.scopes.some((scope) => scope === '*' || scope === module || scope === operationName)
}
