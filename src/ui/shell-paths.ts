/** The addresses that the shell leads to; the application serves them. */
import type { Language } from '#kernel/language.ts'

export type Theme = 'system' | 'light' | 'dark'

export const shellPaths = {
  home: '/',
  /** Where a signed-in person begins. */
  work: '/work',
  search: '/search',
  signIn: '/sign-in',
  signOut: '/sign-out',
  preferences: '/preferences',
} as const

/** GET address that keeps a choice of language or theme and comes back to `path`. */
export function preferenceHref(choice: { language: Language } | { theme: Theme }, path: string): string {
  return `${shellPaths.preferences}?${new URLSearchParams({ ...choice, back: path })}`
}
