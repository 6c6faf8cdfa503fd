/** How the numbers are made: the choice among sources, totals, standing against the path, forecast. And the style guide. */
import { pointsForForecast, tolerance } from '#modules/plan'
import { type Route, view } from '#platform/web/page.ts'
import { PageHeader, Section, Stack } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { type Status, StatusMark } from '#ui/status.tsx'
import { StyleGuide } from '#ui/style-guide.tsx'
import { DataTable } from '#ui/table.tsx'
import { methodPath, stylePath } from '../pages.tsx'
import { texts } from '../texts.ts'

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
        <Section id="firmness" title={say(texts.methodFirmness)}>
          <Stack>
            <Firmness reader={reader} />
          </Stack>
        </Section>
        <Section id="changes" title={say(texts.methodChanges)}>
          <Stack>
            <p class="measure">{say(texts.appendOnly)}</p>
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
          label: reader.say(texts.status),
          rowHeader: true,
          size: 'medium',
          render: ({ status }) => <StatusMark reader={reader} status={status} />,
        },
        { key: 'text', label: reader.say(texts.meaning), render: ({ text }) => text },
      ]}
    />
  )
}
