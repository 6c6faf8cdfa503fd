/** How PostgreSQL's types become JavaScript's, decided once for every query. */
import { type CustomTypesConfig, types } from 'pg'

type Parse = (text: string) => unknown

/**
 * bigint: number, and an error beyond 2^53 rather than a silently wrong one. numeric: number (our shares and amounts in
 * đồng stay within its 15 digits; select `::text` where more are kept). date: 'YYYY-MM-DD', 'infinity' stays as it is, for
 * a business date has no time zone. timestamptz: Date; infinity is an error, write null instead. timestamp without a zone
 * stays text: we keep none.
 */
const scalars: Readonly<Record<number, { readonly array: number; readonly parse: Parse }>> = {
  20: { array: 1016, parse: parseBigint },
  1700: { array: 1231, parse: Number },
  1082: { array: 1182, parse: (text) => text },
  1184: { array: 1185, parse: parseInstant },
  1114: { array: 1115, parse: (text) => text },
}

/** PostgreSQL's text[]: every array comes as its elements' text. */
const textArrayOid: number = 1009
const textArray = types.getTypeParser(textArrayOid)
const parsers = new Map<number, Parse>()
for (const [oid, { array, parse }] of Object.entries(scalars)) {
  parsers.set(Number(oid), parse)
  parsers.set(array, (text) => parseNested(textArray(text), parse))
}

/** For pg's `types` option; a pool of ours has it, and nobody else's parsers change. */
export const parserConfig: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format ?? 'text'),
} as CustomTypesConfig

function parseBigint(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond 2^53`)
  return value
}

const builtinInstant = types.getTypeParser(types.builtins.TIMESTAMPTZ)

function parseInstant(text: string): Date {
  const value: unknown = builtinInstant(text)
  if (!(value instanceof Date)) throw new RangeError(`timestamptz ${text} is not an instant`)
  return value
}

function parseNested(value: unknown, parse: Parse): unknown {
  if (Array.isArray(value)) return value.map((item) => parseNested(item, parse))
  return typeof value === 'string' ? parse(value) : value
}
