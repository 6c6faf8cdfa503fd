/** What people are told about roles that follow their unit: on their account's page and beside their work. */
import type { Reader } from '#ui/reader.ts'
import { roleWords, texts } from '../texts.ts'
import type { RoleMove } from './role-moves.model.ts'

export function RoleMoves({ reader, moves }: { reader: Reader; moves: readonly RoleMove[] }) {
  const lines = new Set(moves.map((move) => lineOf(reader, move)))
  if (lines.size === 0) return null
  return (
    <div class="notice">
      {[...lines].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

function lineOf({ say, date }: Reader, { role, from, to, on, decision }: RoleMove): string {
  const params = { role: say(roleWords[role]), from, on: date(on), decision }
  return to === null ? say(texts.movedAway, params) : say(texts.movedTo, { ...params, to })
}
