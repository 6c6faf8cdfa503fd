/** Choosing what is compared: the indicator, and units by name, added and removed by links, without script. */
import { mostCompared } from '#modules/indicators'
import { unitPath } from '#modules/organisation'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Hidden, SubmitButton } from '#ui/form.tsx'
import type { Reader } from '#ui/reader.ts'
import { comparePath } from '../paths.ts'
import type { Compared } from './comparison-query.view.tsx'
import { texts } from './unit-choice.texts.ts'

export function Picker({ reader, compared }: { reader: Reader; compared: Compared }) {
  const { say } = reader
  const { indicator, indicators, asked: input, find, missing, on } = compared
  const form = { reader }
  return (
    <>
      <form class="filters" method="get" action={comparePath.to()}>
        <SelectField
          form={form}
          name="indicator"
          label={say(texts.indicator)}
          value={indicator.code}
          options={indicators.map((each) => ({ value: each.code, label: say(each.name) }))}
        />
        <TextField
          form={form}
          name="find"
          label={say(texts.find)}
          hint={say(texts.findHint)}
          type="search"
          value={find}
          optional
        />
        {(['units', 'tree', 'on'] as const).map(
          (name) => input[name] && <Hidden key={name} name={name} value={input[name]} />,
        )}
        <SubmitButton tone="quiet">{say(texts.show)}</SubmitButton>
      </form>
      <Matches reader={reader} compared={compared} />
      <Chosen reader={reader} compared={compared} />
      {missing.length > 0 && (
        <p class="measure">{say(texts.missing, { date: reader.date(on), codes: missing.join(', ') })}</p>
      )}
    </>
  )
}

/** The units found by name; each adds itself. */
function Matches({ reader, compared }: { reader: Reader; compared: Compared }) {
  const { say } = reader
  const { places, codes, find = '', on, hrefWith } = compared
  if (!places) return null
  if (places.length === 0) return <p>{say(texts.nothingFound, { query: find, date: reader.date(on) })}</p>
  if (codes.length >= mostCompared) return <p>{say(texts.full, { most: mostCompared })}</p>
  return (
    <section aria-label={say(texts.found)}>
      <p>{say(texts.found)}</p>
      <ul class="list list-columns">
        {places.map(({ code, name, parent }) => (
          <li key={code}>
            {codes.includes(code) ? (
              `${name} (${say(texts.alreadyIn)})`
            ) : (
              <a href={hrefWith({ units: [...codes, code].join(',') })}>{say(texts.add, { name })}</a>
            )}{' '}
            {parent && <span class="meta">{parent}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Chosen({ reader, compared }: { reader: Reader; compared: Compared }) {
  const { say } = reader
  const { units, codes, root, more, hrefWith } = compared
  return (
    <>
      {units.length > 0 && (
        <ul class="chosen" aria-label={say(texts.chosen)}>
          {units.map(({ unit: { code, name, on } }) => (
            <li key={code}>
              <a href={unitPath.to({ code }, { on })}>{name}</a>
              <a
                class="button button-plain"
                href={hrefWith({ units: codes.filter((each) => each !== code).join(',') })}
                aria-label={say(texts.removeUnit, { name })}
              >
                {say(texts.remove)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {more && <p>{say(texts.full, { most: mostCompared })}</p>}
      {units.length > 1 && !codes.includes(root) && codes.length < mostCompared && (
        <p>
          <a href={hrefWith({ units: [...codes, root].join(',') })}>{say(texts.addCity)}</a>
        </p>
      )}
    </>
  )
}
