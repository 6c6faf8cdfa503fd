/** The head of an indicator's page: its name, where it stands now, what the plan and the law ask of it. */
import { indicatorsPath, isEstimate, momentOf, type Point, valueText } from '#modules/indicators'
import { type UnitLink, unitPath } from '#modules/organisation'
import { InForce, targetText } from '#modules/plan'
import { Breadcrumbs, Facts, PageHeader } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { SampleLabel, StatusMark } from '#ui/status.tsx'
import { comparePath } from '../paths.ts'
import { texts } from '../portal.texts.ts'
import { texts as own } from './figure-sources.texts.ts'
import type { IndicatorView } from './indicator-query.view.tsx'

export function Head({ reader, indicatorView }: { reader: Reader; indicatorView: IndicatorView }) {
  const { indicator, unit, isCity, lastDay, points, root, today } = indicatorView
  const latest = points.at(-1)
  const { say } = reader
  return (
    <>
      <Breadcrumbs
        reader={reader}
        trail={[{ href: indicatorsPath.to(), label: say(texts.indicators) }, { label: say(indicator.name) }]}
      />
      <PageHeader
        title={say(indicator.name)}
        kicker={<UnitKicker unit={unit} />}
        lead={say(indicator.explanation)}
        actions={
          <a
            href={comparePath.to({
              indicator: indicator.code,
              units: isCity ? root : `${unit.code},${root}`,
              on: unit.on === today ? undefined : unit.on,
            })}
          >
            {say(own.compare)}
          </a>
        }
      >
        {latest?.isSample && <SampleLabel reader={reader} />}
      </PageHeader>
      <Facts
        items={[
          {
            label: say(texts.now),
            value: latest ? <Now reader={reader} indicatorView={indicatorView} latest={latest} /> : say(texts.noData),
          },
          ...indicatorView.targets.map((target) => ({
            label: say(isCity ? texts.goal : texts.goalOfCity, { year: String(target.year) }),
            value: (
              <>
                {targetText(reader, indicator, target)}{' '}
                {target.assessment && <StatusMark reader={reader} status={target.assessment.status} />}{' '}
                {target.note && <span class="meta">{say(target.note)}</span>}{' '}
                {(target.since || target.until) && (
                  <span class="meta">
                    <InForce reader={reader} target={target} />
                  </span>
                )}
              </>
            ),
          })),
          ...(indicator.legal
            ? [{ label: say(texts.legal), value: <Legal reader={reader} indicatorView={indicatorView} /> }]
            : []),
          ...(lastDay
            ? [{ label: say(texts.counted), value: say(texts.untilDay, { date: reader.date(lastDay) }) }]
            : []),
        ]}
      />
    </>
  )
}

function UnitKicker({ unit }: { unit: UnitLink }) {
  return <a href={unitPath.to({ code: unit.code }, { on: unit.on })}>{unit.name}</a>
}

function Now({ reader, indicatorView, latest }: { reader: Reader; indicatorView: IndicatorView; latest: Point }) {
  return (
    <>
      <strong class="number">{valueText(reader, indicatorView.indicator, latest.value, latest.qualifier)}</strong>{' '}
      <span class="meta">{momentOf(latest)}</span>{' '}
      {isEstimate(latest) && <StatusMark reader={reader} status={latest.status} />}
    </>
  )
}

/** What the law asks stands apart from what the plan asks. */
function Legal({ reader, indicatorView: { indicator } }: { reader: Reader; indicatorView: IndicatorView }) {
  if (!indicator.legal) return null
  const { value, source, verified } = indicator.legal
  return (
    <>
      ≥ {valueText(reader, indicator, value)} <span class="meta">({source})</span>{' '}
      {!verified && <span class="meta">{reader.say(texts.unverified)}</span>}
    </>
  )
}
