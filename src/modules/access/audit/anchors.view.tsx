/** The list of anchors, and the wish to be sent them. */
import { newId } from '#kernel/id.ts'
import { CheckboxField } from '#ui/choices.tsx'
import { Form, SubmitButton } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import type { List } from '#ui/list.tsx'
import type { Reader } from '#ui/reader.ts'
import type { Anchor } from './anchors.model.ts'
import { anchorWishPath } from './anchors.paths.ts'
import { texts } from './anchors.texts.ts'

/** Its files have the keys of an anchor, so the JSON file is what `audit verify --against` takes. */
export const anchorList: List<Anchor> = {
  id: 'anchors',
  caption: texts.anchors,
  keyOf: (row) => row.day,
  fileName: ({ today }) => `audit-anchors-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noAnchors), hint: reader.say(texts.noAnchorsHint) }),
  columns: [
    {
      key: 'day',
      label: texts.anchorDay,
      rowHeader: true,
      size: 'narrow',
      render: (row, { reader }) => reader.date(row.day),
      file: { value: (row) => row.day, width: 12 },
    },
    {
      key: 'batch',
      label: texts.anchorBatch,
      phone: 'hide',
      render: (row, { reader }) => reader.number(row.batch),
      file: { value: (row) => row.batch, width: 12, kind: 'integer' },
    },
    {
      key: 'entries',
      label: texts.anchorEntries,
      render: (row, { reader }) => reader.number(row.entries),
      file: { value: (row) => row.entries, width: 14, kind: 'integer' },
    },
    {
      key: 'seq',
      label: texts.anchorEntry,
      phone: 'hide',
      render: (row, { reader }) => reader.number(row.seq),
      file: { value: (row) => row.seq, width: 14, kind: 'integer' },
    },
    {
      key: 'hash',
      label: texts.anchorHash,
      render: (row) => <code>{row.hash}</code>,
      file: { value: (row) => row.hash, width: 68 },
    },
  ],
}

/** On the page of an auditor's account. */
export function AnchorWish({ reader, isWished }: { reader: Reader; isWished: boolean }) {
  const { say } = reader
  const form = { reader }
  return (
    <Section id="anchors" title={say(texts.anchorLetters)} lead={say(texts.anchorLettersLead)}>
      <Form form={form} action={anchorWishPath.to()} formKey={newId()}>
        <CheckboxField form={form} name="isWished" label={say(texts.anchorWish)} checked={isWished} />
        <SubmitButton tone="quiet">{say(texts.keepAnchorWish)}</SubmitButton>
      </Form>
    </Section>
  )
}
