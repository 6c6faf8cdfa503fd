/** Showings of choices. */
import { CheckboxField, ChoiceField, Fieldset } from '#ui/choices.tsx'
import type { Example } from '#ui/example.ts'
import { TextField } from '#ui/fields.tsx'

export const examples: Example[] = [
  {
    name: { vi: 'Chọn một, chọn nhiều, đồng ý', en: 'Choose one, choose several, agree' },
    render: (reader) => {
      const form = { reader }
      return (
        <div class="form">
          <ChoiceField
            form={form}
            name="rating"
            label={reader.say({ vi: 'Xếp loại', en: 'Rating' })}
            hint={reader.say({ vi: 'Theo tiêu chí của trung tâm.', en: 'By the criteria of the centre.' })}
            value="good"
            options={[
              {
                value: 'good',
                label: reader.say({ vi: 'Tốt', en: 'Good' }),
                hint: reader.say({ vi: 'Từ 80 điểm', en: '80 points or more' }),
              },
              {
                value: 'fair',
                label: reader.say({ vi: 'Khá', en: 'Fair' }),
                hint: reader.say({ vi: 'Từ 65 điểm', en: '65 points or more' }),
              },
            ]}
          />
          <ChoiceField
            form={form}
            name="groups"
            multiple
            optional
            label={reader.say({ vi: 'Đối tượng', en: 'Groups' })}
            value={['workers']}
            options={[
              { value: 'workers', label: reader.say({ vi: 'Người lao động', en: 'Workers' }) },
              { value: 'elderly', label: reader.say({ vi: 'Người hết tuổi lao động', en: 'People past working age' }) },
            ]}
          />
          <CheckboxField
            form={form}
            name="agreed"
            checked
            label={reader.say({ vi: 'Tôi đồng ý công khai', en: 'I agree to publish' })}
          />
        </div>
      )
    },
  },
  {
    name: { vi: 'Các ô đi với nhau', en: 'Fields that belong together' },
    render: (reader) => {
      const form = { reader }
      return (
        <Fieldset
          form={form}
          legend={reader.say({ vi: 'Người liên hệ', en: 'Contact' })}
          hint={reader.say({ vi: 'Hiện công khai.', en: 'Shown to everyone.' })}
        >
          <TextField form={form} name="contact.name" label={reader.say({ vi: 'Tên', en: 'Name' })} short />
          <TextField
            form={form}
            name="contact.phone"
            type="tel"
            autocomplete="tel"
            label={reader.say({ vi: 'Điện thoại', en: 'Telephone' })}
            short
          />
        </Fieldset>
      )
    },
  },
]
