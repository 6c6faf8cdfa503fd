/** Words that the schemas of every module share: each has a bound, so that nothing of any length is let in by forgetting to say one. */
import { z } from 'zod'
import { composed } from './text.ts'

/** The code, key or reference by which a thing is asked for: `00004`, `V.14.đ`. */
export const Code = z.string().max(100)

/** A name that programs give: a kind of unit, a pack, a field. */
export const Slug = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z-]*$/)

/** Words in each language, as programs give them: of packs, of the database. */
export const WordsShape = z.object({ vi: z.string(), en: z.string() })

/** Signs that a letter may take before it is composed. */
const signsPerLetter = 3

/**
 * What a person typed, trimmed and composed (NFC), of `least` to `most` signs. Bounded before it is composed, because composing takes
 * longer than looking.
 */
export function textEntry(most: number, least = 0) {
  return z
    .string()
    .max(most * signsPerLetter, { abort: true })
    .overwrite((text) => composed(text).trim())
    .min(least)
    .max(most)
}

/** A field that a form sends empty is not given. */
export function optionalField<T>(field: z.ZodType<T>) {
  return z.union([field, z.literal('').transform(() => undefined)]).optional()
}
