/** Backups on the page of the system, and the list of all runs. */
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { BackupRun } from '#platform/backups/model.ts'
import type { Route } from '#platform/web/page.ts'
import { LinkButton } from '#ui/form.tsx'
import { Breadcrumbs, Facts, PageHeader, Section, Stack } from '#ui/layout.tsx'
import type { List } from '#ui/list.tsx'
import { listPage, rowsOf } from '#ui/list-page.ts'
import type { Reader } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import { texts as appTexts } from '../texts.ts'
import { backupTexts as texts } from './backups.texts.ts'
import { backupRuns, type backupState } from './backups.ts'
import { backupRunsPath, systemPath } from './paths.ts'

type State = z.infer<typeof backupState.output>

export function BackupSection({ reader, state, now }: { reader: Reader; state: State; now: Date }) {
  const { say } = reader
  return (
    <Section
      id="backups"
      title={say(texts.backups)}
      lead={say(texts.backupsLead)}
      actions={<LinkButton href={backupRunsPath.to()}>{say(texts.all)}</LinkButton>}
    >
      <Facts items={factsOf(reader, state, now)} />
    </Section>
  )
}

function factsOf(reader: Reader, { schedule, isLate, scheduled, drill, isDrillOld }: State, now: Date) {
  const { say } = reader
  const { failed, good } = scheduled
  // A failure that a good one followed is over.
  const open = failed && (!good || failed.startedAt > good.startedAt) ? failed : undefined
  return [
    {
      label: say(texts.schedule),
      value: schedule ? scheduleLine(reader, schedule) : marked('warn', say(texts.noSchedule)),
    },
    ...(schedule || good
      ? [
          {
            label: say(texts.lastGood),
            value: marked(isLate ? 'bad' : 'good', say(isLate ? texts.late : texts.onTime), [
              good ? goodLine(reader, good, now) : say(texts.never),
              good && good.lostFiles > 0 ? say(texts.lostFiles, { count: good.lostFiles }) : '',
            ]),
          },
        ]
      : []),
    ...(open
      ? [{ label: say(texts.lastFailed), value: marked('bad', say(texts.failed), [failedLine(reader, open)]) }]
      : []),
    { label: say(texts.lastDrill), value: drillValue(reader, drill, isDrillOld) },
  ]
}

function drillValue(reader: Reader, { good, failed }: State['drill'], isOld: boolean): ComponentChildren {
  const { say } = reader
  if (failed && (!good || failed.startedAt > good.startedAt))
    return marked('bad', say(texts.failed), [`${failed.file ?? ''} ${failedLine(reader, failed)}`.trim()])
  const lines = [good ? drillLine(reader, good) : say(texts.never)]
  return isOld ? marked('warn', say(texts.drillOld), lines) : marked('good', say(texts.drillGood), lines)
}

function marked(tone: 'good' | 'warn' | 'bad', label: string, lines: readonly string[] = []): ComponentChildren {
  return (
    <Stack>
      <Mark tone={tone}>{label}</Mark>
      {lines.filter(Boolean).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Stack>
  )
}

function scheduleLine({ say, number }: Reader, schedule: NonNullable<State['schedule']>): string {
  const { hour, daily, weekly, monthly, isEncrypted, withFiles } = schedule
  return say(texts.scheduleLine, {
    hour: number(hour),
    daily,
    weekly,
    monthly,
    encryption: say(isEncrypted ? texts.encrypted : texts.notEncrypted),
    files: say(withFiles ? texts.withFiles : texts.withoutFiles),
  })
}

const megabytesOf = (reader: Reader, bytes: number | null) => reader.number((bytes ?? 0) / 1_000_000, 1)

function goodLine(reader: Reader, run: BackupRun, now: Date): string {
  const hours = Math.floor((now.getTime() - run.startedAt.getTime()) / 3_600_000)
  const at = reader.instant(run.startedAt)
  return reader.say(texts.goodLine, { file: run.file ?? '', at, hours, megabytes: megabytesOf(reader, run.bytes) })
}

function failedLine(reader: Reader, { startedAt, failure }: BackupRun): string {
  return reader.say(texts.failedLine, { at: reader.instant(startedAt), reason: failure?.[reader.language] ?? '' })
}

function drillLine(reader: Reader, { file, startedAt, rows, tables, files, auditEntries }: BackupRun): string {
  const count = (value: number | null) => reader.number(value ?? 0)
  const params = { rows: count(rows), tables: count(tables), files: count(files), entries: count(auditEntries) }
  return reader.say(texts.drillLine, { file: file ?? '', at: reader.instant(startedAt), ...params })
}

const resultOf = ({ say, language }: Reader, { failure, lostFiles }: BackupRun) =>
  failure ? failure[language] : lostFiles > 0 ? say(texts.lostFiles, { count: lostFiles }) : say(texts.good)
const secondsOf = ({ startedAt, endedAt }: BackupRun) => (endedAt.getTime() - startedAt.getTime()) / 1000
const count = (reader: Reader, value: number | null) => (value === null ? '–' : reader.number(value))

const runList: List<BackupRun> = {
  id: 'backup-runs',
  caption: texts.runs,
  keyOf: (row) => row.id,
  fileName: ({ today }) => `backups-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noRuns), hint: reader.say(texts.noRunsHint) }),
  filters: [],
  columns: [
    {
      key: 'startedAt',
      label: texts.startedAt,
      rowHeader: true,
      render: (row, { reader }) => reader.instant(row.startedAt),
      file: { value: (row, { reader }) => reader.instant(row.startedAt), width: 18 },
    },
    {
      key: 'kind',
      label: texts.kind,
      render: (row, { reader }) => reader.say(texts[row.kind]),
      file: { value: (row, { reader }) => reader.say(texts[row.kind]), width: 16 },
    },
    {
      key: 'file',
      label: texts.file,
      render: (row) => row.file ?? '–',
      file: { value: (row) => row.file, width: 40 },
    },
    {
      key: 'size',
      label: texts.size,
      align: 'end',
      render: (row, { reader }) => (row.bytes === null ? '–' : megabytesOf(reader, row.bytes)),
      file: { value: (row) => (row.bytes === null ? null : row.bytes / 1_000_000), width: 12, kind: 'number' },
    },
    {
      key: 'rows',
      label: texts.rows,
      align: 'end',
      render: (row, { reader }) => count(reader, row.rows),
      file: { value: (row) => row.rows, width: 12, kind: 'integer' },
    },
    {
      key: 'files',
      label: texts.files,
      align: 'end',
      render: (row, { reader }) => count(reader, row.files),
      file: { value: (row) => row.files, width: 12, kind: 'integer' },
    },
    {
      key: 'seconds',
      label: texts.seconds,
      align: 'end',
      phone: 'hide',
      render: (row, { reader }) => reader.number(secondsOf(row), 1),
      file: { value: secondsOf, width: 10, kind: 'number' },
    },
    {
      key: 'result',
      label: texts.result,
      render: (row, { reader }) => (
        <Mark tone={row.failure ? 'bad' : row.lostFiles > 0 ? 'warn' : 'good'}>{resultOf(reader, row)}</Mark>
      ),
      file: { value: (row, { reader }) => resultOf(reader, row), width: 60 },
    },
  ],
}

export const backupRoutes: readonly Route[] = [
  listPage({
    at: backupRunsPath,
    list: runList,
    rows: rowsOf(backupRuns),
    frame: ({ say }, { body, context }) => ({
      title: say(texts.runs),
      width: 'wide',
      body: (
        <>
          <Breadcrumbs
            reader={context.reader}
            trail={[{ href: systemPath.to(), label: say(appTexts.system) }, { label: say(texts.runs) }]}
          />
          <PageHeader title={say(texts.runs)} />
          {body}
        </>
      ),
    }),
  }),
].flat()
