/** An API token as its owner sees it: without its secret. */
import { z } from 'zod'

export const TokenRow = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.date(),
  expiresOn: z.string(),
  lastUsedAt: z.date().nullable(),
  isLive: z.boolean(),
})
export type TokenRow = z.infer<typeof TokenRow>
