/** The list of an agency's duties on the form's page. */
import type { Words } from '#kernel/language.ts'
import { refName } from '#modules/plan'
import { EmptyState, Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'
import { texts as collectionTexts } from '../collection.texts.ts'
import { dutyPath } from '../paths.ts'
import type { DutyList, ReportedDuty } from './duty-reports.model.ts'
import { texts } from './duty-reports.texts.ts'

interface DutiesProps {
  readonly reader: Reader
  readonly at: { readonly year: string; readonly code: string }
  readonly list: DutyList
}

export function DutiesSection({ reader, at, list }: DutiesProps) {
  const { say, language } = reader
  return (
    <Section id="duties" title={say(collectionTexts.duties)} lead={say(texts.dutiesLead)}>
      <DataTable
        reader={reader}
        id="duty-list"
        caption={say(collectionTexts.duties)}
        captionUnseen
        rows={list.duties}
        keyOf={(duty) => duty.id}
        empty={<EmptyState title={say(texts.noDuties)} />}
        columns={[
          {
            key: 'duty',
            label: say(texts.duty),
            rowHeader: true,
            render: (duty) => (
              <>
                <a id={`field-duties.${duty.id}`} href={dutyPath.to({ ...at, duty: duty.id })}>
                  {duty.title[language]}
                </a>
                <small>
                  {refName(reader.say, duty.ref)} · {roleText(reader, duty.role)}
                </small>
              </>
            ),
          },
          {
            key: 'state',
            label: say(collectionTexts.state),
            render: (duty) => <DutyMark {...{ reader, list, duty }} />,
          },
          {
            key: 'percent',
            label: say(texts.progress),
            align: 'end',
            render: (duty) => percentText(reader, duty),
          },
          {
            key: 'result',
            label: say(texts.result),
            phone: 'whole',
            render: (duty) => duty.report?.result && <span class="meta">{duty.report.result}</span>,
          },
        ]}
      />
    </Section>
  )
}

function percentText(reader: Reader, duty: ReportedDuty): string {
  const percent = duty.report?.percent
  return percent === null || percent === undefined ? '–' : `${reader.number(percent, 1)}%`
}

function DutyMark({ reader, list, duty }: { reader: Reader; list: DutyList; duty: ReportedDuty }) {
  const state = list.states.find((each) => each.code === duty.report?.state)
  if (!state) return <Mark tone="none">{reader.say(collectionTexts.notReported)}</Mark>
  const tone = state.code === 'done' ? 'good' : 'note'
  return <Mark tone={tone}>{state.name[reader.language]}</Mark>
}

const roleTexts: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    lead: texts.roleLead,
    coordinate: texts.roleCoordinate,
    advise: texts.roleAdvise,
    requested: texts.roleRequested,
  }),
)

export function roleText(reader: Reader, role: string): string {
  const words = roleTexts.get(role)
  return words ? reader.say(words) : role
}
