/** The part of the form's page that takes a filled Excel form, and what came of it. */
import { newId } from '#kernel/id.ts'
import type { Problem } from '#kernel/problem.ts'
import { FileField } from '#ui/fields.tsx'
import { Form, type FormState, SubmitButton } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { texts as collectionTexts } from '../collection.texts.ts'
import { excelPath } from '../paths.ts'
import type { Imported } from './excel.model.ts'
import { texts } from './excel.texts.ts'

const excelType = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function UploadSection({ form, at }: { form: FormState; at: { year: string; code: string } }) {
  const { say } = form.reader
  return (
    <Section id="upload" title={say(texts.upload)}>
      <Form form={form} action={excelPath.to(at)} formKey={newId()} files>
        <FileField
          form={form}
          name="file"
          label={say(texts.uploadFile)}
          hint={say(texts.uploadHint)}
          accept={excelType}
        />
        <div class="actions">
          <SubmitButton tone="quiet">{say(texts.uploadDo)}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

/** What of an upload did not get in, for the bar under the form: what it says of the form is then not what is in the file. */
export function uploadLeft(
  { say }: Reader,
  { upload, imported }: { readonly upload?: readonly Problem[]; readonly imported?: Imported },
): string | undefined {
  if (upload && upload.length > 0) return say(texts.barNothing)
  const count = imported?.problems.length ?? 0
  return count > 0 ? say(texts.barRefused, { count }) : undefined
}

/** What came of an upload: what was saved, what was left, what has to be looked at again, and what was not read, each with its addresses. */
export function ImportedSection({ reader, imported }: { reader: Reader; imported: Imported }) {
  const { say } = reader
  const { saved, savedAt, left, leftAt, problems } = imported
  return (
    <>
      <Section id="imported" title={say(texts.outcome, { saved, refused: problems.length })}>
        <p>{saved > 0 ? say(texts.savedAt, { at: savedAt }) : say(texts.nothingSaved)}</p>
        {left > 0 && <p>{say(texts.leftAt, { count: left, at: leftAt })}</p>}
        {problems.length > 0 && <Problems reader={reader} imported={imported} />}
      </Section>
      {imported.unread.length > 0 && (
        <Section id="unread" title={say(texts.unread)}>
          <UnreadTable reader={reader} imported={imported} />
        </Section>
      )}
    </>
  )
}

function Problems({ reader, imported }: { reader: Reader; imported: Imported }) {
  const { say, language } = reader
  return (
    <DataTable
      reader={reader}
      id="imported-problems"
      caption={say(texts.whatIsWrong)}
      captionUnseen
      rows={imported.problems}
      keyOf={(problem) => `${problem.address} ${problem.measure}`}
      empty={null}
      columns={[
        { key: 'address', label: say(texts.cell), size: 'narrow', render: (problem) => problem.address },
        {
          key: 'measure',
          label: say(collectionTexts.measure),
          rowHeader: true,
          render: (problem) => problem.name[language],
        },
        {
          key: 'what',
          label: say(texts.whatIsWrong),
          phone: 'whole',
          render: (problem) => problem.words[language],
        },
      ]}
    />
  )
}

function UnreadTable({ reader, imported }: { reader: Reader; imported: Imported }) {
  const { say, language } = reader
  return (
    <DataTable
      reader={reader}
      id="imported-unread"
      caption={say(texts.unread)}
      captionUnseen
      rows={imported.unread}
      keyOf={(each) => `${each.address} ${each.words.en}`}
      empty={null}
      columns={[
        {
          key: 'address',
          label: say(texts.cell),
          rowHeader: true,
          render: (each) => each.address ?? say(texts.wholeFile),
        },
        { key: 'why', label: say(texts.why), phone: 'whole', render: (each) => each.words[language] },
      ]}
    />
  )
}
