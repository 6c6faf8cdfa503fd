/** What a form keeps, and where its problems stand. */
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { problemCatalogue } from '#kernel/problem.ts'
import { CheckboxField, ChoiceField } from '#ui/choices.tsx'
import { NumberField, SelectField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, type FormState } from '#ui/form.tsx'
import { readerOf } from '#ui/reader.ts'

const wrong = problemCatalogue('test', {
  empty: { status: 422, vi: 'Nhập tên.', en: 'Enter a name.' },
  closed: { status: 409, vi: 'Đợt đã đóng.', en: 'The round is closed.' },
})
const reader = readerOf('vi')

describe('kept values', () => {
  test.each<[string, FormState, string]>([
    ['the stored value is shown first', { reader }, 'value="cũ"'],
    ['what was typed wins', { reader, values: { name: 'mới' } }, 'value="mới"'],
    ['an emptied field stays empty', { reader, values: {} }, ' value/>'],
  ])('%s', (_, form, expected) => {
    expect(render(<TextField form={form} name="name" label="Tên" value="cũ" />)).toContain(expected)
  })

  test('a number is written as the reader writes it, and kept as typed', () => {
    const shown = (form: FormState) =>
      render(<NumberField form={form} name="n" label="Số" value={1234.5} decimals={1} />)
    expect(shown({ reader })).toContain('value="1.234,5"')
    expect(shown({ reader: readerOf('en') })).toContain('value="1,234.5"')
    expect(shown({ reader, values: { n: '12x' } })).toContain('value="12x"')
  })

  test('a password never comes back', () => {
    const form = { reader, values: { secret: 'bí mật' } }
    expect(render(<TextField form={form} name="secret" label="Mật khẩu" type="password" />)).not.toContain('bí mật')
  })

  test('choices come back as posted', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ]
    const form: FormState = { reader, values: { one: 'b', several: ['a', 'b'] } }
    const radio = render(<ChoiceField form={form} name="one" label="Một" value="a" options={options} />)
    expect(radio.match(/<input[^>]*checked[^>]*>/g)).toHaveLength(1)
    expect(radio).toMatch(/value="b"[^>]*checked/)
    const boxes = render(<ChoiceField form={form} name="several" label="Nhiều" multiple options={options} />)
    expect(boxes.match(/<input[^>]*checked[^>]*>/g)).toHaveLength(2)
    expect(render(<CheckboxField form={form} name="agreed" label="Đồng ý" checked />)).not.toMatch(/\schecked/)
    expect(render(<SelectField form={form} name="one" label="Một" options={options} />)).toMatch(
      /value="b" selected|selected[^>]*value="b"/,
    )
  })
})

describe('problems', () => {
  const form: FormState = { reader, problems: [wrong.empty({}, ['class', 'name']), wrong.closed()] }

  test('a form of files says that they are to be chosen again', () => {
    const of = (files: boolean) =>
      render(
        <Form form={form} action="/f" formKey="k" files={files}>
          <p />
        </Form>,
      )
    expect(of(true)).toContain('riêng tệp phải chọn lại')
    expect(of(false)).toContain('Những gì đã nhập vẫn còn nguyên.')
  })

  test('the summary leads to the field, and says what has none', () => {
    const html = render(<ErrorSummary form={form} />)
    expect(html).toContain('role="alert"')
    expect(html).toContain('Có 2 chỗ phải sửa')
    expect(html).toContain('<a href="#field-class.name">Nhập tên.</a>')
    expect(html).toContain('<li>Đợt đã đóng.</li>')
  })

  test('the field is marked and described by its hint and its problem', () => {
    const html = render(<TextField form={form} name="class.name" label="Tên" hint="Như trên biển" />)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('aria-describedby="field-class.name-hint field-class.name-error"')
    expect(html).toContain('id="field-class.name-error"')
  })

  test('a field without problems is not marked', () => {
    expect(render(<TextField form={form} name="class" label="Lớp" />)).not.toContain('aria-invalid')
  })

  test('a form without problems has no summary, and carries its key', () => {
    const html = render(
      <Form form={{ reader }} action="/x" formKey="k1">
        {null}
      </Form>,
    )
    expect(html).not.toContain('role="alert"')
    expect(html).toContain('<input type="hidden" name="_key" value="k1"/>')
  })
})
