/** The fields of a unit that is opened, of one that takes others, and of a part of one that is split. */

import { Fieldset } from '#ui/choices.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import type { FormState } from '#ui/form.tsx'
import { fieldWords, peopleWords } from '../entries/entries.texts.ts'
import { texts } from './change-sentences.texts.ts'

/** What the fields of a form are shown with. */
export interface ChangeForm {
  readonly form: FormState
  readonly eve: string
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
}

interface RowProps {
  readonly at: ChangeForm
  readonly row: number
}

/** A unit that stands, or a new one. */
export function TakerFields({ at, row }: RowProps) {
  const { say } = at.form.reader
  return (
    <>
      <TextField
        form={at.form}
        name={`rows.${row}.to`}
        label={say(texts.intoStanding)}
        hint={say(texts.takerHint)}
        autocomplete="off"
        optional
      />
      <Fieldset form={at.form} legend={say(texts.orNew)} small>
        <UnitFields at={at} row={row} />
      </Fieldset>
    </>
  )
}

/** What a new unit is; `isAlone` where the change is nothing else, so that all of it is needed. */
export function UnitFields({ at: { form, kinds }, row, isAlone = false }: RowProps & { isAlone?: boolean }) {
  const { say } = form.reader
  const field = (name: string) => ({ form, name: `rows.${row}.${name}`, optional: true })
  return (
    <>
      <TextField {...field('code')} label={say(texts.newCode)} optional={!isAlone} autocomplete="off" short />
      <TextField {...field('name')} label={say(texts.newName)} hint={say(texts.newNameHint)} optional={!isAlone} />
      <TextField {...field('type')} label={say(fieldWords.type)} hint={say(texts.typeHint)} short />
      <TextField
        {...field('parent')}
        label={say(texts.newParent)}
        hint={say(isAlone ? texts.takerHint : texts.newParentHint)}
        optional={!isAlone}
        autocomplete="off"
      />
      {isAlone && (
        <>
          <SelectField
            {...field('kind')}
            label={say(fieldWords.kind)}
            hint={say(texts.kindHint)}
            options={kinds}
            emptyLabel="–"
          />
          <TextField {...field('area_km2')} label={say(fieldWords.area_km2)} short />
          <TextField {...field('seat')} label={say(fieldWords.seat)} />
          <TextField {...field('lon')} label={say(fieldWords.lon)} short />
          <TextField {...field('lat')} label={say(fieldWords.lat)} short />
        </>
      )}
    </>
  )
}

/** How much of the area, and who lives there. */
export function ShareFields({ at, row }: { at: ChangeForm; row: number }) {
  const { say } = at.form.reader
  const options = (['all', 'part', 'none'] as const).map((value) => ({ value, label: say(peopleWords[value]) }))
  return (
    <>
      <TextField
        form={at.form}
        name={`rows.${row}.share`}
        label={say(fieldWords.share)}
        hint={say(texts.shareHint)}
        optional
        short
      />
      <SelectField
        form={at.form}
        name={`rows.${row}.people`}
        label={say(texts.peopleField)}
        options={options}
        optional
        emptyLabel={say(texts.peopleUnknown)}
      />
    </>
  )
}

export function Part({ at, row }: RowProps) {
  const { say } = at.form.reader
  return (
    <Fieldset form={at.form} legend={say(texts.partTitle, { number: row + 1 })} hint={say(texts.partHint)}>
      <TakerFields at={at} row={row} />
      <ShareFields at={at} row={row} />
    </Fieldset>
  )
}
