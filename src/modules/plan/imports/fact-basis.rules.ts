/** What the facts of a reviewed document are made with: what the installation knows, titles nobody worded yet, what a piece may lack. */
import type { Words } from '#kernel/language.ts'
import type { PlanState } from '../versions/versions.model.ts'
import type { KnownAgency, KnownIndicator } from './known-names.rules.ts'

/** What the installation knows: the plan in force, if there is one, and whom and what a document can name. */
export interface Known {
  readonly state: PlanState | null
  readonly agencies: readonly KnownAgency[]
  /** The name of the place, which agencies carry behind their own: `Hà Nội`. */
  readonly place: string
  readonly indicators: readonly KnownIndicator[]
}

/** Why a piece cannot be published as it stands. */
export type Lack = 'indicator' | 'agency' | 'comparator' | 'year' | 'value' | 'clause' | 'approval'

/** A title of a clause that nobody has worded yet: its first words. */
export function shortTitle(text: string, most = 90): string {
  const [line = ''] = text.replaceAll('\t', ' ').split('\n')
  const plain = line
    .replace(/\s+/g, ' ')
    .replace(/[.;:,]+$/, '')
    .trim()
  if (plain.length <= most) return plain
  const space = plain.lastIndexOf(' ', most - 1)
  // One word as long as that is cut within, between whole signs.
  const message = space > 0 ? plain.slice(0, space) : [...plain].slice(0, most - 1).join('')
  return `${message.replace(/[.;:,]+$/, '')}…`
}

/** Vietnamese words in both languages: they wait to be translated. */
export function untranslated(vi: string): Words {
  return { vi, en: vi }
}

export function isTranslated({ vi, en }: Words): boolean {
  return vi !== en
}

export interface Made<Fact> {
  readonly piece: string
  readonly fact: Fact | null
  readonly lack: Lack | null
}
