/** Fills the platform's port for rights: one join from the account over its grants to the tree of units. */
import { findHolding } from '#modules/access'
import type { Authority } from '#platform/authority.ts'

export const authority: Authority = {
  async holds(tx, input) {
    const [holder] = await findHolding(tx, input)
    return holder
  },
}
