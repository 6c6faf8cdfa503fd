/** Showings of a thing on its way: steps that are open, one that is kept back, and what was done. */
import type { History } from '#kernel/history.ts'
import { workflow } from '#kernel/workflow.ts'
import type { Example } from '#ui/example.ts'
import { Mark } from '#ui/status.tsx'
import { HistorySection, WorkflowSteps } from '#ui/workflow.tsx'

const flow = workflow({
  name: 'example.request',
  states: ['draft', 'proposed', 'approved'],
  initial: 'draft',
  final: ['approved'],
  steps: {
    write: { from: ['draft'], who: 'officer' },
    return: { from: ['proposed'], to: 'draft', who: 'officer', needsReason: true, setsDueDate: true },
    approve: { from: ['proposed'], to: 'approved', who: 'officer', fourEyes: true },
    propose: { from: ['draft'], to: 'proposed', who: 'officer' },
  },
})

const of = { at: '2026-05-02T02:00:00Z', reason: null, dueOn: null, version: 1, isOwn: false }
const history: History = [
  { ...of, step: 'propose', from: 'draft', to: 'proposed', by: 'Trần Thành Phố' },
  { ...of, step: 'write', from: 'draft', to: 'draft', by: 'Trần Thành Phố' },
  { ...of, step: 'write', from: 'draft', to: 'draft', by: 'Trần Thành Phố' },
  { ...of, step: 'return', from: 'proposed', to: 'draft', by: 'Lý Văn Ba Đình', reason: 'Thiếu tổ 4' },
  { ...of, step: 'propose', from: 'draft', to: 'proposed', by: 'command' },
]

const why = {
  vi: 'Người soạn không tự duyệt. Một người khác xem lại và duyệt.',
  en: 'Who wrote it does not approve it. Another person looks at it and approves.',
}

export const examples: Example[] = [
  {
    name: { vi: 'Bước tiếp theo', en: 'Next step' },
    render: (reader) => (
      <WorkflowSteps
        {...{ reader, flow, state: 'proposed', hindrances: { approve: why }, today: '2026-05-03' }}
        mark={<Mark tone="warn">{reader.say({ vi: 'Chờ duyệt', en: 'Waits for approval' })}</Mark>}
        offers={[
          { step: 'approve', label: { vi: 'Duyệt', en: 'Approve' }, href: '#approve', tone: 'primary' },
          { step: 'return', label: { vi: 'Trả lại', en: 'Return' }, href: '#return', tone: 'danger' },
        ]}
      />
    ),
  },
  {
    name: { vi: 'Lịch sử', en: 'History' },
    render: (reader) => (
      <HistorySection
        reader={reader}
        history={history}
        textOf={({ step }) =>
          reader.say(step === 'return' ? { vi: 'Trả lại', en: 'Returned' } : { vi: 'Trình', en: 'Proposed' })
        }
      />
    ),
  },
]
