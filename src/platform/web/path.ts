/** Addresses: each is written once, and links are made from it. */

type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

export type ParamsOf<P extends string> = { readonly [K in ParamNames<P>]: string }
export type Query = Readonly<Record<string, string | number | undefined>>

export interface Path<P extends string = string> {
  /** As routes are declared: `/units/:code`. */
  readonly pattern: P
  /** An address of this path; query parameters that are undefined are left out. */
  to(...args: ParamNames<P> extends never ? [query?: Query] : [params: ParamsOf<P>, query?: Query]): string
  /** The same where its parameters are at hand, be there any or none. */
  here(params: ParamsOf<P>, query?: Query): string
}

export function path<const P extends string>(pattern: P): Path<P> {
  const takesParams = pattern.includes(':')
  const here = (params: Readonly<Record<string, string>>, query?: Query) => {
    const filled = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    return filled + queryText(query)
  }
  return {
    pattern,
    to(...args: unknown[]) {
      const [first, second] = args as [Record<string, string>, Query | undefined]
      return takesParams ? here(first, second) : here({}, first)
    },
    here,
  }
}

function queryText(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}
