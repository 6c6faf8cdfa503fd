/** What a search gives. */
import { z } from 'zod'

/**
 * `kind` is what it is (`unit`, `indicator`, `target`, `duty`, ...), `id` tells it from others of its kind, `ref` stands before its
 * name, `detail` beside it; `href` is its page.
 */
export const SearchResult = z.object({
  kind: z.string(),
  id: z.string(),
  ref: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  detail: z.object({ vi: z.string(), en: z.string() }),
  href: z.string(),
})
export type SearchResult = z.infer<typeof SearchResult>
