/** Pages and actions as values: a module lists them, the web app serves them. */
import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import type { Language, Say, Words } from '#kernel/language.ts'
import type { Problem } from '#kernel/problem.ts'
import { ProblemError } from '#kernel/problem.ts'
import type { Caller } from '#platform/authority.ts'
import type { Body } from '#platform/body.ts'
import type { FileUse, Upload } from '#platform/files/upload.ts'
import type { AnyOperation, Engine, Operation } from '#platform/operation.ts'
import type { Step } from '#platform/perform.ts'
import type { ParamsOf, Path } from '#platform/web/path.ts'

/** What a page shows inside the shell. */
export interface View {
  readonly title: string
  readonly description?: string
  readonly body: ComponentChildren
  readonly status?: number
  /** `wide` for grids and the control room. */
  readonly width?: 'page' | 'wide'
  /** A bar that stays at the foot of the window: the form's buttons. */
  readonly actionBar?: ComponentChildren
  /** The form is shown again with problems: the title says so. */
  readonly isInvalid?: boolean
  /** Names of the islands that this page needs. */
  readonly islands?: readonly string[]
  /** The same for every reader without an account until data changes; such a page may be kept ready. */
  readonly shared?: boolean
  /** What was searched for, shown again in the search field. */
  readonly searched?: string
}

/** A download; for readers without an account it is made once and kept until data changes. */
export interface FileAnswer {
  readonly file: Response
}

/** What a route answers: a page, a download, or whatever else. */
export type Answer = View | FileAnswer | Response

export interface Flash {
  readonly kind: 'done' | 'problem'
  readonly text: string
}

/** One request, as pages and actions see it. */
export interface Visit<P extends string = string> {
  readonly params: ParamsOf<P>
  /** The last value of each query parameter; those that are looked at tell this page from others. */
  readonly query: Readonly<Record<string, string | undefined>>
  /** Names of the parameters looked at so far. */
  readonly readQuery: ReadonlySet<string>
  readonly language: Language
  readonly say: Say
  readonly caller: Caller
  readonly today: string
  readonly engine: Engine
  readonly http: Context
  /** Runs an operation for this reader; a form's hidden `_key` makes a repeated post harmless. */
  perform<I, O>(operation: Operation<I, O>, input: unknown): Promise<O>
  /**
   * Whether `perform` would let this reader in: what would only be refused is not offered. Without an input where who may does not
   * depend on it, as before anything is typed.
   */
  may(operation: AnyOperation, input?: unknown): Promise<boolean>
  /** The same of many steps at once, by name. */
  mayEach<Name extends string>(steps: Readonly<Record<Name, Step>>): Promise<Readonly<Record<Name, boolean>>>
  /** The posted fields; a field sent more than once keeps all its values in `all`. */
  form(): Promise<Form>
  /** What was typed, as the file that the form of this route might have brought. */
  fileOf(text: string, name: string): Promise<Upload>
  /** Leaves for another page, with words to show there. */
  go(to: string, done?: Words, params?: Readonly<Record<string, string | number>>): Response
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>
  /** The file of the field `file`, where the route takes one; a field left empty brings none. */
  readonly file?: Upload
}

export interface Route {
  readonly method: 'get' | 'post'
  readonly pattern: string
  /** What the form brings, where it is more than a few fields. */
  readonly body?: Body
  /** What the file field of its form takes. */
  readonly file?: FileUse
  readonly handle: (visit: Visit) => Promise<Answer>
}

/** A page at an address. Everything it shows comes from operations. */
export function view<P extends string>(at: Path<P>, handle: (visit: Visit<P>) => Promise<Answer>): Route {
  return { method: 'get', pattern: at.pattern, handle: handle as Route['handle'] }
}

/** A form's target: does one thing and leaves for a page, or shows the form again with its problems. */
export function action<P extends string>(
  at: Path<P>,
  handle: (visit: Visit<P>) => Promise<Answer>,
  body: Body = 'short',
): Route {
  return { method: 'post', pattern: at.pattern, handle: handle as Route['handle'], body }
}

/** An action whose form holds long texts, or the cells of a whole form. */
export function longAction<P extends string>(at: Path<P>, handle: (visit: Visit<P>) => Promise<Answer>): Route {
  return action(at, handle, 'long')
}

/** An action whose form brings a file, in the field `file`. */
export function fileAction<P extends string>(
  at: Path<P>,
  file: FileUse,
  handle: (visit: Visit<P>) => Promise<Answer>,
): Route {
  return { ...action(at, handle, 'file'), file }
}

/**
 * Performs an operation with what a form holds. Problems come back to `again` with what was typed kept;
 * problems that no field can mend (not found, no right) go to the error page.
 */
export async function submit<I, O>(
  visit: Visit,
  steps: {
    operation: Operation<I, O>
    input: (form: Form) => unknown
    done: (output: O) => Response
    again: (problems: readonly Problem[], values: Form['fields']) => Promise<View>
  },
): Promise<View | Response> {
  const form = await visit.form()
  try {
    return steps.done(await visit.perform(steps.operation, steps.input(form)))
  } catch (error) {
    if (!(error instanceof ProblemError) || !isMendable(error)) throw error
    const again = await steps.again(error.problems, form.fields)
    return { ...again, status: error.status, isInvalid: true }
  }
}

function isMendable(error: ProblemError): boolean {
  return [400, 409, 413, 422, 429, 503, 507].includes(error.status)
}

/** What the operation gives, or undefined where this reader may not or there is nothing: the page then shows less. */
export async function ifAllowed<I, O>(
  visit: Visit,
  operation: Operation<I, O>,
  input: unknown,
): Promise<O | undefined> {
  try {
    return await visit.perform(operation, input)
  } catch (error) {
    if (error instanceof ProblemError && [401, 403, 404].includes(error.status)) return undefined
    throw error
  }
}
