/** Beside a person's work: roles that follow their unit to its successor. */
import type { ComponentChildren } from 'preact'
import type { Visit } from '#platform/web/page.ts'
import { readerOf } from '#ui/reader.ts'
import { RoleMoves } from './role-moves/role-moves.view.tsx'
import { myAccount } from './roles.operations.ts'

export async function roleMovesSection(visit: Visit): Promise<ComponentChildren> {
  const { moves } = await visit.perform(myAccount, {})
  return <RoleMoves reader={readerOf(visit.language)} moves={moves} fields={visit.engine.fields} />
}
