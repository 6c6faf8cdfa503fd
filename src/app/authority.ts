/** Fills the platform's port for rights. */
import type { Authority } from '#platform/authority.ts'

export const authority: Authority = { holds: async () => false }
