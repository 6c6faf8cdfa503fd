/** Showings of the notices of the shell; the style guide itself stands in the whole of it. */
import type { Example } from '#ui/example.ts'
import { Flash } from '#ui/shell.tsx'

export const examples: Example[] = [
  {
    name: { vi: 'Thông báo, với hoàn tác', en: 'A notice, with undo' },
    render: (reader) => (
      <Flash
        reader={reader}
        flash={{
          tone: 'good',
          text: reader.say({
            vi: 'Đã trả lại bản nộp của xã Minh Châu.',
            en: 'The submission of Minh Châu is returned.',
          }),
          undo: { action: '#undo', fields: { submission: '1' } },
        }}
      />
    ),
  },
  {
    name: { vi: 'Thông báo khi không làm được', en: 'A notice that something failed' },
    render: (reader) => (
      <Flash
        reader={reader}
        flash={{
          tone: 'bad',
          text: reader.say({
            vi: 'Chưa gửi được: mất kết nối. Những gì đã nhập vẫn còn trên máy này.',
            en: 'Not sent: the connection is lost. What was entered is kept on this device.',
          }),
          link: { href: '#again', label: reader.say({ vi: 'Gửi lại', en: 'Send again' }) },
        }}
      />
    ),
  },
]
