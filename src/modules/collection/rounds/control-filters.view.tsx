/** What the control room's list is cut by: a name, a state, a kind of unit. */
import type { Words } from '#kernel/language.ts'
import { SelectField, TextField } from '#ui/fields.tsx'
import { FilterForm } from '#ui/form.tsx'
import type { Reader } from '#ui/reader.ts'
import { texts } from '../collection.texts.ts'
import { roundPath } from '../paths.ts'

/** The states of a submission in their order, with their words among the key figures. */
export const states = [
  ['not-started', texts.kfNotStarted],
  ['in-progress', texts.kfInProgress],
  ['sent', texts.kfSent],
  ['returned', texts.kfReturned],
  ['approved', texts.kfApproved],
] as const

interface FilterProps {
  readonly reader: Reader
  readonly year: string
  readonly query: Readonly<Record<string, string | undefined>>
  /** The kinds of units that report. */
  readonly kinds: readonly { readonly code: string; readonly name: Words }[]
}

export function Filters({ reader, year, query, kinds }: FilterProps) {
  const { say } = reader
  const form = { reader }
  const isFiltered = query.query || query.state || query.kind
  return (
    <FilterForm
      reader={reader}
      action={roundPath.to({ year })}
      clearHref={isFiltered ? roundPath.to({ year }) : undefined}
    >
      <TextField form={form} name="query" type="search" label={say(texts.find)} value={query.query} optional />
      <SelectField
        form={form}
        name="state"
        label={say(texts.state)}
        value={query.state}
        optional
        emptyLabel={say(texts.stateAll)}
        options={[
          ...states.map(([value, words]) => ({ value, label: capital(say(words)) })),
          { value: 'late', label: say(texts.late) },
        ]}
      />
      <SelectField
        form={form}
        name="kind"
        label={say(texts.kind)}
        value={query.kind}
        optional
        emptyLabel={say(texts.kindAll)}
        options={kinds.map(({ code, name }) => ({ value: code, label: name[reader.language] }))}
      />
    </FilterForm>
  )
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
