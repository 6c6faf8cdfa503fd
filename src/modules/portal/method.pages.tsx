/** How the numbers are made: the choice among sources, totals, standing against the path, forecast. And the style guide. */
import { rebasingRules } from '#modules/indicators'
import { pointsForForecast, tolerance } from '#modules/plan'
import { decisionsPath } from '#modules/reorganisation'
import { type Route, view } from '#platform/web/page.ts'
import { PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { type Status, StatusMark } from '#ui/status.tsx'
import { StyleGuide } from '#ui/style-guide.tsx'
import { DataTable } from '#ui/table.tsx'
import { texts as rebasing } from './method.texts.ts'
import { texts } from './method-page.texts.ts'
import { comparePath, methodPath, stylePath } from './paths.ts'
import { texts as portalTexts } from './portal.texts.ts'

const methodPage = view(methodPath, async (visit) => {
  const reader = readerOf(visit.language)
  const { say } = reader
  return {
    title: say(texts.method),
    description: say(texts.methodLead),
    shared: true,
    body: (
      <>
        <PageHeader title={say(texts.method)} lead={say(texts.methodLead)} />
        <Section id="standing" title={say(texts.methodStanding)}>
          <Stack>
            <p class="measure">{say(texts.methodStandingText)}</p>
            <Statuses reader={reader} />
          </Stack>
        </Section>
        <Section id="forecast" title={say(texts.methodForecast)}>
          <Stack>
            <p class="measure">{say(texts.methodForecastText, { points: pointsForForecast })}</p>
          </Stack>
        </Section>
        <Section id="choice" title={say(texts.methodChoice)}>
          <Stack>
            <ol>
              {[
                texts.choiceSubmitted,
                texts.choiceOfficial,
                texts.choicePress,
                texts.choiceOwn,
                texts.choiceSurer,
                texts.choiceSample,
              ].map((words) => (
                <li key={words.en}>{say(words)}</li>
              ))}
            </ol>
            <p class="measure">{say(texts.choiceKept)}</p>
          </Stack>
        </Section>
        <Section id="totals" title={say(texts.methodTotals)}>
          <Stack>
            <p class="measure">{say(texts.methodTotalsText)}</p>
            <p class="measure">{say(texts.methodCoverageText)}</p>
          </Stack>
        </Section>
        <Rebasing reader={reader} />
        <Section id="firmness" title={say(texts.methodFirmness)}>
          <Stack>
            <Firmness reader={reader} />
          </Stack>
        </Section>
        <Section id="changes" title={say(texts.methodChanges)}>
          <Stack>
            <p class="measure">{say(portalTexts.appendOnly)}</p>
          </Stack>
        </Section>
      </>
    ),
  }
})

const stylePage = view(stylePath, async (visit) => {
  const reader = readerOf(visit.language)
  return { title: reader.say(texts.styleGuide), shared: true, body: <StyleGuide reader={reader} /> }
})

export const routes: Route[] = [methodPage, stylePage]

/** How the numbers of one map are read on another, in the rules' own words and order. */
function Rebasing({ reader }: { reader: Reader }) {
  const { say } = reader
  const { asReported, sums, ratios, levels, conditions, certainty, totals, published, endedKinds } = rebasingRules
  return (
    <Section id="rebasing" title={say(rebasing.title)} lead={say(rebasing.lead)}>
      <Stack>
        <p class="measure">{say(asReported)}</p>
        <p class="measure">{say(rebasing.pages)}</p>
        <ol>
          {[sums, ratios, levels, conditions].map((words) => (
            <li key={words.en}>{say(words)}</li>
          ))}
        </ol>
        <p class="measure">
          <strong>{say(totals)}</strong>
        </p>
        <p class="measure">{say(certainty)}</p>
        <Shares reader={reader} />
        <ul>
          {[published, endedKinds].map((words) => (
            <li key={words.en}>{say(words)}</li>
          ))}
        </ul>
        <p>
          <a href={decisionsPath.to()}>{say(rebasing.decisions)}</a> ·{' '}
          <a href={comparePath.to()}>{say(rebasing.compare)}</a>
        </p>
      </Stack>
    </Section>
  )
}

/** By what a unit that was divided is divided, surest first. */
function Shares({ reader }: { reader: Reader }) {
  const { say } = reader
  const rows = [
    { key: 'whole', basis: rebasing.whole, weight: rebasing.wholeWeight },
    { key: 'people', basis: rebasing.people, weight: rebasing.peopleWeight },
    { key: 'share', basis: rebasing.share, weight: rebasing.shareWeight },
    { key: 'even', basis: rebasing.even, weight: rebasing.evenWeight },
  ]
  return (
    <DataTable
      reader={reader}
      id="weights"
      caption={say(rebasing.weights)}
      rows={rows}
      keyOf={(row) => row.key}
      empty={null}
      columns={[
        { key: 'basis', label: say(rebasing.known), rowHeader: true, render: (row) => say(row.basis) },
        { key: 'weight', label: say(rebasing.weight), render: (row) => say(row.weight) },
        {
          key: 'status',
          label: say(portalTexts.status),
          size: 'medium',
          render: (row) =>
            row.key === 'whole' ? say(rebasing.kept) : <StatusMark reader={reader} status="estimate" />,
        },
      ]}
    />
  )
}

interface Meaning {
  readonly status: Status
  readonly text: string
}

function Statuses({ reader }: { reader: Reader }) {
  const share = reader.percent(tolerance, 0)
  const meanings: Meaning[] = [
    { status: 'reached', text: reader.say(texts.meansReached) },
    { status: 'on-track', text: reader.say(texts.meansOnTrack) },
    { status: 'at-risk', text: reader.say(texts.meansAtRisk, { share }) },
    { status: 'off-track', text: reader.say(texts.meansOffTrack, { share }) },
    { status: 'no-data', text: reader.say(texts.meansNoData) },
  ]
  return <Meanings reader={reader} id="statuses" caption={reader.say(texts.methodStanding)} meanings={meanings} />
}

function Firmness({ reader }: { reader: Reader }) {
  const meanings: Meaning[] = [
    { status: 'estimate', text: reader.say(texts.meansEstimate) },
    { status: 'provisional', text: reader.say(texts.meansProvisional) },
    { status: 'confirmed', text: reader.say(texts.meansConfirmed) },
  ]
  return <Meanings reader={reader} id="firmnesses" caption={reader.say(texts.methodFirmness)} meanings={meanings} />
}

function Meanings(props: { reader: Reader; id: string; caption: string; meanings: readonly Meaning[] }) {
  const { reader, id, caption, meanings } = props
  return (
    <DataTable
      reader={reader}
      id={id}
      caption={caption}
      captionUnseen
      rows={meanings}
      keyOf={(meaning) => meaning.status}
      empty={null}
      columns={[
        {
          key: 'status',
          label: reader.say(portalTexts.status),
          rowHeader: true,
          size: 'medium',
          render: ({ status }) => <StatusMark reader={reader} status={status} />,
        },
        { key: 'text', label: reader.say(texts.meaning), render: ({ text }) => text },
      ]}
    />
  )
}
