/** On which map the years of an indicator are shown, with the choice of another. */
import { indicatorPath } from '#modules/indicators'
import type { Reader } from '#ui/reader.ts'
import { texts as mapTexts } from '../boundary-days/boundary-days.texts.ts'
import { BoundaryMeaning, BoundarySwitch, cityOptions, placeOptions } from '../boundary-days/boundary-days.view.tsx'
import { NotOnMap } from '../boundary-days/boundary-request.view.tsx'
import type { IndicatorView } from './indicator-query.view.tsx'

interface Props {
  readonly reader: Reader
  readonly indicatorView: IndicatorView
  hrefWith(query: { tree: string | undefined }): string
}

/** Indicators over a level that has ended keep their figures as they were; all others can be seen on any map. */
export function MapOfIndicator({ reader, indicatorView, hrefWith }: Props) {
  const { indicator, unit, isCity, lastDay, detail, shown, refused, unasked, spans, today } = indicatorView
  if (lastDay) return <p class="measure">{reader.say(mapTexts.endedKind, { date: reader.date(lastDay) })}</p>
  const look = { on: unit.on, shown, today }
  const place = { validFrom: detail?.validFrom ?? null, unasked }
  return (
    <>
      {detail && <NotOnMap reader={reader} unit={detail} shown={shown} refused={refused} />}
      <BoundarySwitch
        reader={reader}
        options={isCity ? cityOptions(reader, spans, shown, today) : placeOptions(reader, place, look)}
        hrefWith={(boundaryDay) => hrefWith({ tree: boundaryDay })}
        action={indicatorPath.to({ code: indicator.code })}
        kept={isCity ? {} : { unit: unit.code, on: unit.on }}
        shown={shown}
        today={today}
      >
        <BoundaryMeaning reader={reader} shown={shown} isCity={isCity} today={today} />
        {isCity && shown !== 'then' && indicatorView.targets.length > 0 && <> · {reader.say(mapTexts.standingThen)}</>}
      </BoundarySwitch>
    </>
  )
}
