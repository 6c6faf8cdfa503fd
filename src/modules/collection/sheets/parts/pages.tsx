/** The part of the form's page that takes a filled Excel form, and what came of it. */
import { newId } from '#kernel/id.ts'
import { FileField } from '#ui/fields.tsx'
import { Form, type FormState, SubmitButton } from '#ui/form.tsx'
import { Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { excelPath } from '../../addresses/pages.tsx'
import { texts } from '../../texts.ts'
import type { Imported } from '../model.ts'

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

export function ImportedSection({ reader, imported }: { reader: Reader; imported: Imported }) {
  const { say, language } = reader
  return (
    <Section id="imported" title={say(texts.uploadedWith, { count: imported.saved })}>
      <DataTable
        reader={reader}
        id="imported-problems"
        caption={say(texts.whatIsWrong)}
        captionUnseen
        rows={imported.problems}
        keyOf={(problem) => `${problem.address} ${problem.measure}`}
        empty={null}
        columns={[
          { key: 'address', label: say(texts.cellAddress), size: 'narrow', render: (problem) => problem.address },
          {
            key: 'measure',
            label: say(texts.measure),
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
    </Section>
  )
}
