/** Who may do an operation: rules as values that a test can enumerate, decided by one indexed join. */
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

export type May<Input> =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'role'
      readonly role: Role
      readonly subject: string
      readonly locate: Locate<Input>
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

/** Accounts that hold `role` (or one that includes it) at the unit found by `locate`, or above it. */
export function roleAt<Input>(role: Role, subject: string, locate: Locate<Input>): May<Input> {
  return { kind: 'role', role, subject, locate }
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

/** The port that module `access` fills: does the account hold one of `held` at `unitId` or above, on this date? */
export interface Authority {
  holds(tx: Tx, accountId: string, held: readonly Role[], unitId: string, on: string): Promise<boolean>
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

/** Decides a rule for one caller and input. */
export async function isAllowed<Input>(
  may: May<Input>,
  caller: Caller,
  input: Input,
  at: { tx: Tx; authority: Authority; on: string },
): Promise<boolean> {
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
      const unitId = await may.locate(input, at.tx, at.on)
      return (
        unitId !== undefined && at.authority.holds(at.tx, caller.account.id, rolesIncluding(may.role), unitId, at.on)
      )
    }
  }
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
  at: { tx: Tx; authority: Authority; on: string },
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

/** A rule in words, for the golden table and the API's page: `editor at submission.unit`. */
export function ruleInWords(may: May<never>): string {
  if (may.kind === 'role') return `${may.role} at ${may.subject}`
  return may.kind === 'any-of' ? may.rules.map(ruleInWords).join(' or ') : may.kind
}

/** A token may call an operation when it is named, or its module is, or the token is for everything. */
export function isInScope(caller: Caller, operationName: string): boolean {
  if (!caller.scopes) return true
  const module = operationName.split('.')[0] ?? ''
  return caller.scopes.some((scope) => scope === '*' || scope === module || scope === operationName)
}
