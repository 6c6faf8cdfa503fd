/** Who may do an operation: rules as values that a test can enumerate, decided by one indexed join. */
import { allFields, type Field, fieldOf } from '#kernel/field.ts'
import type { Tx } from '#platform/database/index.ts'
import { isCalled } from '#platform/former-names.ts'

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

/** Whether an account stands in a relation to what an input is about: asked of the database by a named query. */
export type Relation<Input> = (accountId: string, input: Input, tx: Tx, on: string) => Promise<boolean>

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
  | { readonly kind: 'self'; readonly subject: string; readonly locate: Locate<Input> }
  | {
      readonly kind: 'related'
      /** `party to`, as it stands before the subject. */
      readonly relation: string
      readonly subject: string
      readonly isRelated: Relation<Input>
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

/** The person whom an input is about: `locate` finds their account. */
export function self<Input>(subject: string, locate: Locate<Input>): May<Input> {
  return { kind: 'self', subject, locate }
}

/** Those who stand in a relation to what an input is about. */
export function relatedBy<Input>(relation: string, subject: string, isRelated: Relation<Input>): May<Input> {
  return { kind: 'related', relation, subject, isRelated }
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

/** Who holds a role: the account that asks, or somebody who delegated to it. */
export interface Holder {
  readonly id: string
  readonly name: string
}

/** The port that module `access` fills: by whom the account has such a role at the unit or above it, itself first. */
export interface Authority {
  holds(tx: Tx, input: RoleAsked): Promise<Holder | undefined>
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

/** How a caller is let in: by a right of their own, or by one that somebody delegated to them. */
export interface Admission {
  readonly onBehalfOf?: Holder
}

const byOwnRight: Admission = {}

/** Decides a rule for one caller and input; undefined: they may not. */
export async function admissionBy<Input>(
  may: May<Input>,
  caller: Caller,
  input: Input,
  at: Deciding,
): Promise<Admission | undefined> {
  const { account } = caller
  if (isOperator(caller) || may.kind === 'anyone') return byOwnRight
  if (may.kind === 'any-of') return admissionByAny(may.rules, caller, input, at)
  if (!account || may.kind === 'operator') return undefined
  switch (may.kind) {
    case 'signed-in':
      return byOwnRight
    case 'self':
      return (await may.locate(input, at.tx, at.on)) === account.id ? byOwnRight : undefined
    case 'related':
      return (await may.isRelated(account.id, input, at.tx, at.on)) ? byOwnRight : undefined
    case 'role':
      return admissionByRole(may, account.id, input, at)
  }
}

/** The first own right, else the first that was delegated. */
async function admissionByAny<Input>(
  rules: readonly May<Input>[],
  caller: Caller,
  input: Input,
  at: Deciding,
): Promise<Admission | undefined> {
  let delegated: Admission | undefined
  for (const rule of rules) {
    const admission = await admissionBy(rule, caller, input, at)
    if (admission && !admission.onBehalfOf) return admission
    delegated ??= admission
  }
  return delegated
}

async function admissionByRole<Input>(
  may: Extract<May<Input>, { kind: 'role' }>,
  accountId: string,
  input: Input,
  at: Deciding,
): Promise<Admission | undefined> {
  const { tx, on } = at
  const unitId = await may.locate(input, tx, on)
  const field = unitId === undefined ? undefined : await fieldAsked(may, input, at)
  if (unitId === undefined || field === undefined) return undefined
  const holder = await at.authority.holds(tx, { accountId, roles: rolesIncluding(may.role), unitId, field, on })
  return holder && (holder.id === accountId ? byOwnRight : { onBehalfOf: holder })
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
  operation: Named & { readonly effect: 'read' | 'write'; readonly may: May<Input> },
  caller: Caller,
): Caller {
  const isPublic = operation.effect === 'read' && operation.may.kind === 'anyone'
  return isPublic && !isInScope(caller, operation) ? { via: caller.via, from: caller.from } : caller
}

/** What `perform` does with a caller: lets them, refuses them, or asks who they are. */
export async function decide<Input>(
  operation: Named & { readonly may: May<Input> },
  caller: Caller,
  input: Input,
  at: Deciding,
): Promise<Admission | 'forbidden' | 'sign-in-first'> {
  const admission = isInScope(caller, operation) ? await admissionBy(operation.may, caller, input, at) : undefined
  if (admission) return admission
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
  return may.kind === 'self' || may.kind === 'related' || (may.kind === 'role' && !may.isFixed)
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
  if (may.kind === 'role') return `${may.role} at ${may.subject} for ${fieldInWords(may.field, own)}`
  if (may.kind === 'related') return `${may.relation} ${may.subject}`
  return may.kind === 'self' ? `self as ${may.subject}` : may.kind
}

function fieldInWords(field: FieldRule<never> | undefined, own: string): string {
  if (field === undefined) return own === allFields ? 'all fields' : own
  return field === 'any' ? 'any field' : field.subject
}

/** As tokens name an operation. */
type Named = Parameters<typeof isCalled>[0]

/** A token may call an operation when it is named, by its name or the one of the version before, or its module is, or the token is for everything. */
export function isInScope(caller: Caller, operation: Named): boolean {
  if (!caller.scopes) return true
  const module = operation.name.split('.')[0] ?? ''
  return caller.scopes.some((scope) => scope === '*' || scope === module || isCalled(operation, scope))
}
