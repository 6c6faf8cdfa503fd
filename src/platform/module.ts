/** What a module gives to the app through its door. Nothing of it is listed anywhere else: the app puts together what it finds here. */
import type { ComponentChildren } from 'preact'
import type { Words } from '#kernel/language.ts'
import type { Role } from '#platform/authority.ts'
import type { ConstraintProblems } from '#platform/database/index.ts'
import type { Fact } from '#platform/fact.ts'
import type { NamedFiles } from '#platform/files/store.ts'
import type { AnyJob } from '#platform/jobs/job.ts'
import type { AnyLetter } from '#platform/mail/letter.ts'
import type { AnyOperation } from '#platform/operation.ts'
import type { PackKind } from '#platform/pack-kinds/model.ts'
import type { Place } from '#platform/place.ts'
import type { SearchKind } from '#platform/search/entries.ts'
import type { AnyTableImport } from '#platform/table-import/table-import.ts'
import type { Route, Visit } from '#platform/web/page.ts'

export interface Module {
  readonly name: string
  /**
   * What its work is called where roles are given: whoever holds a role for this field, or for all, does its operations. Without it
   * only a role for all fields counts here.
   */
  readonly field?: Words
  readonly operations: readonly AnyOperation[]
  readonly routes: readonly Route[]
  /** Pages that show what all modules give. */
  readonly routesOver?: (parts: Parts) => readonly Route[]
  readonly jobs?: readonly AnyJob[]
  /** Letters to people, each written when its event has happened. */
  readonly letters?: readonly AnyLetter[]
  /** Tables that come in from files; their operations and pages are listed besides. */
  readonly imports?: readonly AnyTableImport[]
  /** Named constraints of its tables, as problems. */
  readonly constraints?: ConstraintProblems
  /** The files that its rows name: what no module names is cleared away. */
  readonly keptFiles?: NamedFiles
  readonly menu?: readonly MenuEntry[]
  /** What waits for a person, each a part of "My work". */
  readonly tasks?: readonly TaskSection[]
  /** Parts of the page of a unit. */
  readonly unitSections?: readonly UnitSection[]
  /** What of it can be searched for. */
  readonly search?: readonly SearchKind[]
  /** What it knows of measures that forms ask for. */
  readonly facts?: readonly Fact[]
  /** What an empty installation is filled with from its packs. */
  readonly packs?: readonly PackLoad[]
  /** What a running installation takes over from newer packs. */
  readonly packKinds?: readonly PackKind[]
  /** What a demonstration shows besides. */
  readonly demo?: readonly DemoStep[]
}

/** What several modules give to one list stands by this number, the smallest first; tens leave room between. */
interface Ordered {
  readonly order: number
}

export interface MenuEntry extends Ordered {
  /** `public` for everybody, `account` beside a person's own work, `footer` beneath every page. */
  readonly menu: 'public' | 'account' | 'footer'
  readonly href: string
  readonly words: Words
  /** Who sees it, in the account's menu: holders of one of these roles at any unit. Without it, everybody signed in. */
  readonly roles?: readonly Role[]
  /** Seen by those who may do this; it is asked without an input, so who may must not depend on one. */
  readonly opens?: AnyOperation
}

export interface TaskSection extends Ordered {
  /** Null where nothing waits. */
  show(visit: Visit): Promise<ComponentChildren>
}

export interface UnitSection extends Ordered {
  /** Null where there is nothing to tell of the unit on that day. */
  show(visit: Visit, unit: { readonly code: string; readonly on: string }): Promise<ComponentChildren>
}

/** Done once: the operation refuses with a problem `<module>.alreadyLoaded` where it was done before. */
export interface PackLoad extends Ordered {
  readonly operation: AnyOperation
  readonly input: (place: Place) => unknown
  /** Mends what an earlier version left behind: it does not make an installation a new one. */
  readonly isRepair?: boolean
}

/** Done once, as the operator, like a pack; what it makes is labelled as sample data. */
export interface DemoStep extends Ordered {
  readonly operation: AnyOperation
  readonly input: unknown
}

/** What all modules give together, each list in its order. */
export interface Parts {
  readonly unitSections: readonly UnitSection[]
  readonly search: readonly SearchKind[]
}

/** One list of what all modules give. */
export function gathered<T extends Ordered>(lists: readonly (readonly T[] | undefined)[]): readonly T[] {
  return lists.flatMap((list) => list ?? []).sort((a, b) => a.order - b.order)
}
