/** One component plan, and the form by which the city records its approval. */
import { newId } from '#kernel/id.ts'
import { indicatorPath } from '#modules/indicators'
import { action, type Route, submit, type View, type Visit, view } from '#platform/web/page.ts'
import { DateField, TextField } from '#ui/fields.tsx'
import { Form, type FormEntry, SubmitButton } from '#ui/form.tsx'
import { Breadcrumbs, Facts, PageHeader, Section } from '#ui/layout.tsx'
import { type Reader, readerOf } from '#ui/reader.ts'
import { refName } from './clause-names.rules.ts'
import { ClauseText } from './clause-words.view.tsx'
import { Approval, quarterText } from './component-approval.view.tsx'
import { agencyPath, componentPlanPath, treePath } from './paths.ts'
import { texts } from './plan.texts.ts'
import { componentPlan, recordApproval } from './plan-in-force.operations.ts'

type PartVisit = Visit<'/plan/component-plans/:ref'>

async function partView(visit: PartVisit, entry: FormEntry = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const { say } = reader
  const { part, clause } = await visit.perform(componentPlan, { ref: visit.params.ref })
  const mayRecord = await visit.may(recordApproval)
  return {
    title: say(part.title),
    shared: true,
    body: (
      <>
        <Breadcrumbs
          reader={reader}
          trail={[
            { href: treePath.to(), label: say(texts.plan) },
            { href: `${treePath.to()}#component-plans`, label: say(texts.componentPlans) },
            { label: refName(say, part.ref) },
          ]}
        />
        <PageHeader title={say(part.title)} kicker={say(texts.componentPlan)} />
        <Facts
          items={[
            {
              label: say(texts['role-lead']),
              value: <a href={agencyPath.to({ code: part.lead.code })}>{part.lead.name}</a>,
            },
            {
              label: say(texts['role-coordinate']),
              value: <a href={agencyPath.to({ code: part.coordinator.code })}>{part.coordinator.name}</a>,
            },
            { label: say(texts.approvalDue), value: quarterText(reader, part.approvalDue) },
            { label: say(texts.approval), value: <Approval reader={reader} part={part} /> },
            {
              label: say(texts.servedIndicators),
              value: part.indicators.map((code) => (
                <>
                  <a href={indicatorPath.to({ code })}>{code}</a>{' '}
                </>
              )),
            },
          ]}
        />
        {mayRecord && <ApprovalForm reader={reader} visit={visit} entry={entry} />}
        <ClauseText reader={reader} clause={clause} />
      </>
    ),
  }
}

function ApprovalForm({ reader, visit, entry }: { reader: Reader; visit: PartVisit; entry: FormEntry }) {
  const form = { reader, ...entry }
  return (
    <Section id="record" title={reader.say(texts.recordApproval)} lead={reader.say(texts.recordApprovalLead)}>
      <Form form={form} action={componentPlanPath.to(visit.params)} formKey={newId()}>
        <DateField form={form} name="approvedOn" label={reader.say(texts.approvedOnDay)} max={visit.today} />
        <TextField
          form={form}
          name="document"
          label={reader.say(texts.approvalDocument)}
          hint={reader.say(texts.approvalDocumentHint)}
        />
        <SubmitButton>{reader.say(texts.record)}</SubmitButton>
      </Form>
    </Section>
  )
}

const partPage = view(componentPlanPath, (visit) => partView(visit))

const recordAction = action(componentPlanPath, (visit) =>
  submit(visit, {
    operation: recordApproval,
    input: ({ fields }) => ({ ref: visit.params.ref, approvedOn: fields.approvedOn, document: fields.document }),
    done: () => visit.go(componentPlanPath.to(visit.params), texts.recorded),
    again: (problems, values) => partView(visit, { problems, values }),
  }),
)

export const routes: Route[] = [partPage, recordAction]
