/** Showings of a form: filters, the buttons, and a form that came back with problems. */
import { problemCatalogue } from '#kernel/problem.ts'
import { ChoiceField } from '#ui/choices.tsx'
import type { Example } from '#ui/example.ts'
import { NumberField, SelectField, TextField } from '#ui/fields.tsx'
import { FilterForm, Form, type FormState, LinkButton, SubmitButton } from '#ui/form.tsx'
import type { Reader } from '#ui/reader.ts'

const wrong = problemCatalogue('example', {
  missing: { status: 422, vi: 'Nhập tên lớp.', en: 'Enter the name of the class.' },
  tooMany: { status: 422, vi: 'Số chỗ phải từ 1 đến {most}.', en: 'Places must be from 1 to {most}.' },
})

function returned(reader: Reader): FormState {
  return {
    reader,
    values: { 'refused.title': '', 'refused.places': '5000', 'refused.mode': 'distance' },
    problems: [wrong.missing({}, ['refused', 'title']), wrong.tooMany({ most: 500 }, ['refused', 'places'])],
  }
}

export const examples: Example[] = [
  {
    name: { vi: 'Biểu trở lại với chỗ phải sửa', en: 'A form that came back' },
    render: (reader) => {
      const form = returned(reader)
      return (
        <Form form={form} action="#save" formKey="0193-example">
          <TextField form={form} name="refused.title" label={reader.say({ vi: 'Tên lớp', en: 'Name of the class' })} />
          <NumberField
            form={form}
            name="refused.places"
            label={reader.say({ vi: 'Số chỗ', en: 'Places' })}
            hint={reader.say({ vi: 'Nhiều nhất 500.', en: 'At most 500.' })}
            unit={reader.say({ vi: 'người', en: 'people' })}
          />
          <ChoiceField
            form={form}
            name="refused.mode"
            label={reader.say({ vi: 'Hình thức', en: 'Mode' })}
            options={[
              { value: 'place', label: reader.say({ vi: 'Tại lớp', en: 'In class' }) },
              { value: 'distance', label: reader.say({ vi: 'Từ xa', en: 'At a distance' }) },
            ]}
          />
          <div class="actions">
            <SubmitButton>{reader.say({ vi: 'Lưu lớp học', en: 'Save the class' })}</SubmitButton>
            <LinkButton href="#back">{reader.say({ vi: 'Quay lại', en: 'Back' })}</LinkButton>
          </div>
        </Form>
      )
    },
  },
  {
    name: { vi: 'Lọc danh sách', en: 'Filters of a list' },
    render: (reader) => (
      <FilterForm reader={reader} action="#list" clearHref="#all">
        <TextField
          form={{ reader }}
          name="filter.text"
          type="search"
          optional
          label={reader.say({ vi: 'Tên đơn vị', en: 'Name of unit' })}
        />
        <SelectField
          form={{ reader }}
          name="filter.state"
          optional
          label={reader.say({ vi: 'Tình trạng', en: 'Status' })}
          emptyLabel={reader.say({ vi: 'Tất cả', en: 'All' })}
          options={[{ value: 'late', label: reader.say({ vi: 'Quá hạn', en: 'Late' }) }]}
        />
      </FilterForm>
    ),
  },
  {
    name: { vi: 'Nút', en: 'Buttons' },
    render: (reader) => (
      <p class="actions">
        <SubmitButton>{reader.say({ vi: 'Gửi thành phố', en: 'Send to the city' })}</SubmitButton>
        <SubmitButton tone="quiet">{reader.say({ vi: 'Lưu nháp', en: 'Save draft' })}</SubmitButton>
        <SubmitButton tone="danger">{reader.say({ vi: 'Hủy công bố', en: 'Withdraw' })}</SubmitButton>
        <LinkButton href="#excel">{reader.say({ vi: 'Tải Excel', en: 'Download Excel' })}</LinkButton>
      </p>
    ),
  },
]
