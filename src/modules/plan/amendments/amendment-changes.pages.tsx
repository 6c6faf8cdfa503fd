/** What an amendment can change, to choose from: targets and duties in force, clauses. */
import { newId } from '#kernel/id.ts'
import { action, type Route, type Visit, view } from '#platform/web/page.ts'
import { Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { PageHeader } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import {
  amendmentPath,
  changeClausePath,
  changeClausesPath,
  changeDutiesPath,
  changeDutyPath,
  changeTargetPath,
  changeTargetsPath,
  endDutyPath,
  endTargetPath,
} from '../paths.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { targetText } from '../target-progress.view.tsx'
import { texts } from '../versions/versions.texts.ts'
import { endDuty, endTarget } from './amendment-changes.operations.ts'
import { amendable, amendment } from './amendment-drafts.operations.ts'
import { AmendmentTrail } from './amendment-form.view.tsx'
import type { Amendment } from './amendments.model.ts'

type Amendable = Awaited<ReturnType<typeof lookUp>>

async function lookUp(visit: Visit<'/plan/amendments/:id'>) {
  const { amendment: draft } = await visit.perform(amendment, { id: visit.params.id })
  return { ...(await visit.perform(amendable, {})), draft, reader: readerOf(visit.language) }
}

function refColumn(reader: Reader) {
  return {
    key: 'ref',
    label: reader.say(texts.ref),
    size: 'small',
    phone: 'plain',
    render: (row: { ref: string }) => row.ref,
  } as const
}

/** "Replace" leads to a form, "End" is one. */
function doingsColumn(
  reader: Reader,
  at: { replace: (id: string) => string; end: string; field: string; revision: number },
) {
  const { say } = reader
  return {
    key: 'doings',
    label: say(texts.actions),
    labelUnseen: true,
    render: (row: { id: string }) => (
      <form class="actions" method="post" action={at.end}>
        <LinkButton href={at.replace(row.id)}>{say(texts.replace)}</LinkButton>
        <Hidden name="_key" value={newId()} />
        <Hidden name="revision" value={String(at.revision)} />
        <Hidden name={at.field} value={row.id} />
        <SubmitButton tone="quiet">{say(texts.end)}</SubmitButton>
      </form>
    ),
  }
}

const targetsPage = view(changeTargetsPath, async (visit) => {
  const amendable = await lookUp(visit)
  const { reader, draft } = amendable
  const { say } = reader
  return {
    title: say(texts.changeTargets),
    body: (
      <>
        <AmendmentTrail reader={reader} draft={draft} here={say(texts.changeTargets)} />
        <PageHeader
          title={say(texts.changeTargets)}
          actions={<LinkButton href={changeTargetPath.to(visit.params)}>{say(texts.addTarget)}</LinkButton>}
        />
        <Targets amendable={amendable} draft={draft} />
      </>
    ),
  }
})

function Targets({ amendable, draft }: { amendable: Amendable; draft: Amendment }) {
  const { reader, targets, indicators } = amendable
  const { say } = reader
  const { id, revision } = draft
  return (
    <DataTable<Amendable['targets'][number]>
      reader={reader}
      id="targets"
      caption={say(texts.changeTargets)}
      captionUnseen
      rows={targets}
      keyOf={(row) => row.id}
      empty={null}
      columns={[
        refColumn(reader),
        { key: 'subject', label: say(planTexts.target), rowHeader: true, render: (row) => say(row.subject) },
        { key: 'year', label: say(texts.year), align: 'end', render: (row) => row.year },
        {
          key: 'value',
          label: say(texts.value),
          align: 'end',
          render: (row) => {
            const indicator = indicators.indicators.find(({ code }) => code === row.indicator)
            return indicator && targetText(reader, indicator, row)
          },
        },
        doingsColumn(reader, {
          replace: (replaces) => changeTargetPath.to({ id }, { replaces }),
          end: endTargetPath.to({ id }),
          field: 'target',
          revision,
        }),
      ]}
    />
  )
}

const dutiesPage = view(changeDutiesPath, async (visit) => {
  const { reader, draft, duties, agencies } = await lookUp(visit)
  const { say } = reader
  const { id, revision } = draft
  return {
    title: say(texts.changeDuties),
    body: (
      <>
        <AmendmentTrail reader={reader} draft={draft} here={say(texts.changeDuties)} />
        <PageHeader
          title={say(texts.changeDuties)}
          actions={<LinkButton href={changeDutyPath.to(visit.params)}>{say(texts.addDuty)}</LinkButton>}
        />
        <DataTable<Amendable['duties'][number]>
          reader={reader}
          id="duties"
          caption={say(texts.changeDuties)}
          captionUnseen
          rows={duties}
          keyOf={(row) => row.id}
          empty={null}
          columns={[
            refColumn(reader),
            { key: 'title', label: say(planTexts.duty), rowHeader: true, render: (row) => say(row.title) },
            { key: 'role', label: say(planTexts.role), render: (row) => say(planTexts[`role-${row.role}`]) },
            { key: 'agency', label: say(texts.agency), render: (row) => agencies[row.agency] ?? row.agency },
            doingsColumn(reader, {
              replace: (replaces) => changeDutyPath.to({ id }, { replaces }),
              end: endDutyPath.to({ id }),
              field: 'duty',
              revision,
            }),
          ]}
        />
      </>
    ),
  }
})

const clausesPage = view(changeClausesPath, async (visit) => {
  const { reader, draft, clauses } = await lookUp(visit)
  const { say } = reader
  return {
    title: say(texts.changeClauses),
    body: (
      <>
        <AmendmentTrail reader={reader} draft={draft} here={say(texts.changeClauses)} />
        <PageHeader title={say(texts.changeClauses)} />
        <DataTable<Amendable['clauses'][number]>
          reader={reader}
          id="clauses"
          caption={say(texts.changeClauses)}
          captionUnseen
          rows={clauses}
          keyOf={(row) => row.ref}
          empty={null}
          columns={[
            refColumn(reader),
            { key: 'title', label: say(texts.name), rowHeader: true, render: (row) => say(row.title) },
            {
              key: 'action',
              label: say(texts.actions),
              labelUnseen: true,
              render: (row) => (
                <a href={changeClausePath.to({ id: draft.id }, { ref: row.ref })}>{say(texts.retitleLink)}</a>
              ),
            },
          ]}
        />
      </>
    ),
  }
})

const endTargetAction = action(endTargetPath, async (visit) => {
  const { revision, target } = (await visit.form()).fields
  await visit.perform(endTarget, { amendment: visit.params.id, revision, target })
  return visit.go(`${amendmentPath.to(visit.params)}#changes`, texts.inDraft)
})

const endDutyAction = action(endDutyPath, async (visit) => {
  const { revision, duty } = (await visit.form()).fields
  await visit.perform(endDuty, { amendment: visit.params.id, revision, duty })
  return visit.go(`${amendmentPath.to(visit.params)}#changes`, texts.inDraft)
})

export const routes: Route[] = [targetsPage, dutiesPage, clausesPage, endTargetAction, endDutyAction]
