/** What people are told about roles that follow their unit: on their account's page and beside their work. */
import { type Field, inField } from '#kernel/field.ts'
import type { Reader } from '#ui/reader.ts'
import { roleWords } from '../access.texts.ts'
import type { RoleMove } from './role-moves.model.ts'
import { texts } from './role-moves.texts.ts'

export function RoleMoves(props: { reader: Reader; moves: readonly RoleMove[]; fields: readonly Field[] }) {
  const lines = new Set(props.moves.map((move) => lineOf(props.reader, move, props.fields)))
  if (lines.size === 0) return null
  return (
    <div class="notice">
      {[...lines].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

function lineOf({ say, date }: Reader, move: RoleMove, fields: readonly Field[]): string {
  const { from, to, on, decision } = move
  const params = { role: inField(say, roleWords[move.role], move.field, fields), from, on: date(on), decision }
  return to === null ? say(texts.movedAway, params) : say(texts.movedTo, { ...params, to })
}
