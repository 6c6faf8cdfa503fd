/** A unit of the past says first of all until when it stood, and leads on to where its land is now. */
import type { UnitDetail } from '#modules/organisation'
import { UnitAnchor } from '#modules/organisation'
import type { Reader } from '#ui/reader.ts'
import { texts } from './unit-past.texts.ts'

export function PastNote({ reader, unit, today }: { reader: Reader; unit: UnitDetail; today: string }) {
  const { validTo, successors } = unit
  if (!validTo || validTo > today || successors.length === 0) return null
  const next = successors.filter((step) => step.share === null || step.share >= tinyShare || step.part === 'full')
  return (
    <div class="notice">
      <p>
        {reader.say(texts.ended, { date: reader.date(validTo) })}{' '}
        {next.map(({ unit: successor }, index) => (
          <>
            {index > 0 && ', '}
            <UnitAnchor unit={successor} />
          </>
        ))}
      </p>
    </div>
  )
}

/** Slivers along a border are in the history below. */
const tinyShare = 0.02
