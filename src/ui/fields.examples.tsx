/** Showings of every field, as first shown. */
import type { Example } from '#ui/example.ts'
import { DateField, FileField, NumberField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'

export const examples: Example[] = [
  {
    name: { vi: 'Các ô nhập', en: 'Fields' },
    render: (reader) => {
      const form = { reader }
      return (
        <Form form={form} action="#fields" formKey="0193-fields" files>
          <TextField
            form={form}
            name="person.name"
            label={reader.say({ vi: 'Họ và tên', en: 'Full name' })}
            autocomplete="name"
            value="Nguyễn Thị Ưu Đàm"
          />
          <NumberField
            form={form}
            name="budget"
            label={reader.say({ vi: 'Kinh phí', en: 'Money' })}
            unit={reader.say({ vi: 'triệu đồng', en: 'million dong' })}
            decimals={1}
            value={1234.5}
          />
          <DateField
            form={form}
            name="startsOn"
            label={reader.say({ vi: 'Ngày khai giảng', en: 'First day' })}
            value="2026-12-01"
          />
          <SelectField
            form={form}
            name="unit"
            label={reader.say({ vi: 'Xã, phường', en: 'Commune' })}
            options={[
              { value: '00004', label: 'Phường Ba Đình' },
              { value: '09661', label: 'Xã Minh Châu' },
            ]}
          />
          <TextArea
            form={form}
            name="note"
            label={reader.say({ vi: 'Ghi chú', en: 'Note' })}
            hint={reader.say({ vi: 'Người duyệt sẽ đọc.', en: 'The approver will read it.' })}
            optional
          />
          <FileField
            form={form}
            name="evidence"
            label={reader.say({ vi: 'Minh chứng', en: 'Evidence' })}
            hint={reader.say({ vi: 'PDF hoặc ảnh, tối đa 10 MB.', en: 'PDF or picture, 10 MB at most.' })}
            accept=".pdf,image/*"
            optional
          />
        </Form>
      )
    },
  },
]
