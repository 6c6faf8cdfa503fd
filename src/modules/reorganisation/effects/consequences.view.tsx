/** The sections that tell what follows units: people and their roles, duties, open forms, targets. */
import { allFields, inField } from '#kernel/field.ts'
import { roleWords } from '#modules/access'
import { List, type Shown } from './effect-lists.view.tsx'
import { texts } from './effects.texts.ts'

/** People and duties, forms and targets. */
export function FollowedSections(shown: Shown) {
  const { reader, lists, fields } = shown
  const { say } = reader
  const { roles = [], duties = [] } = lists
  const where = (to: string | null, none: string) => to ?? <span class="soft">{none}</span>
  return (
    <>
      <List
        {...shown}
        name="roles"
        lead={say(texts.rolesLead)}
        rows={roles}
        keyOf={(row) => `${row.person} ${row.role} ${row.field} ${row.from}`}
        columns={[
          { key: 'person', label: say(texts.person), rowHeader: true, render: (row) => row.person },
          {
            key: 'role',
            label: say(texts.role),
            render: (row) => inField(say, roleWords[row.role], row.field ?? allFields, fields),
          },
          { key: 'from', label: say(texts.from), render: (row) => row.from },
          {
            key: 'to',
            label: say(texts.to),
            render: (row) => (
              <>
                {where(row.to, say(texts.roleEnds))}
                {row.others.length > 0 && (
                  <p class="meta">{say(texts.otherParts, { others: row.others.join('; ') })}</p>
                )}
              </>
            ),
          },
        ]}
      />
      <List
        {...shown}
        name="duties"
        rows={duties}
        keyOf={(row) => `${row.ref} ${row.from}`}
        columns={[
          { key: 'ref', label: say(texts.code), size: 'small', render: (row) => row.ref },
          { key: 'title', label: say(texts.duty), rowHeader: true, render: (row) => say(row.title) },
          { key: 'from', label: say(texts.from), render: (row) => row.from },
          { key: 'to', label: say(texts.to), render: (row) => where(row.to, say(texts.noHolder)) },
        ]}
      />
      <ThingSections {...shown} />
    </>
  )
}

function ThingSections(shown: Shown) {
  const { reader, lists } = shown
  const { say } = reader
  const { forms = [], targets = [] } = lists
  return (
    <>
      <List
        {...shown}
        name="forms"
        lead={say(texts.formsLead)}
        rows={forms}
        keyOf={(row) => `${row.year} ${row.unit}`}
        columns={[
          { key: 'unit', label: say(texts.unit), rowHeader: true, render: (row) => row.unit },
          { key: 'year', label: say(texts.year), size: 'small', render: (row) => row.year },
          { key: 'filled', label: say(texts.filled), align: 'end', render: (row) => reader.number(row.filled) },
          {
            key: 'outcome',
            label: say(texts.outcome),
            render: (row) => say(texts.outcomeWords, { outcome: row.outcome }),
          },
          { key: 'to', label: say(texts.to), render: (row) => row.to.join('; ') || '–' },
        ]}
      />
      <List
        {...shown}
        name="targets"
        lead={say(texts.targetsLead)}
        rows={targets}
        keyOf={(row) => `${row.ref} ${row.year}`}
        columns={[
          { key: 'ref', label: say(texts.code), size: 'small', render: (row) => row.ref },
          { key: 'subject', label: say(texts.target), rowHeader: true, render: (row) => say(row.subject) },
          { key: 'year', label: say(texts.year), align: 'end', render: (row) => row.year },
        ]}
      />
    </>
  )
}
