/** The words of reorganisations, and their problems. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  reforms: { vi: 'Sắp xếp đơn vị', en: 'Reorganisations' },
  reformsLead: {
    vi: 'Các quyết định đã làm thay đổi địa bàn và cơ quan của thành phố, và mỗi quyết định đã thay đổi những gì.',
    en: 'The decisions that changed the places and agencies of the city, and what each of them changed.',
  },
  noReforms: { vi: 'Chưa có quyết định nào.', en: 'There is no decision yet.' },
  toDrafts: { vi: 'Soạn và duyệt', en: 'Draft and approve' },
  drafts: { vi: 'Phương án sắp xếp', en: 'Drafted reorganisations' },
  draftsLead: {
    vi: 'Một quản trị viên soạn, quản trị viên thứ hai duyệt. Chưa đến ngày hiệu lực thì còn rút lại được.',
    en: 'One administrator drafts, a second approves. Until its day has come a decision can be withdrawn.',
  },
  noDrafts: { vi: 'Chưa có phương án nào.', en: 'There is no draft yet.' },
  noDraftsHint: {
    vi: 'Bắt đầu bằng ngày hiệu lực, tên và số của quyết định.',
    en: 'Begin with its day, its title and the number of the decision.',
  },
  newDraft: { vi: 'Soạn phương án', en: 'New draft' },
  newDraftLead: {
    vi: 'Sau bước này, thêm từng thay đổi hoặc tải lên một tệp.',
    en: 'After this step add acts one at a time, or upload a file.',
  },
  begin: { vi: 'Bắt đầu soạn', en: 'Begin' },
  begun: { vi: 'Đã lập phương án. Hãy thêm các thay đổi.', en: 'The draft is made. Now add what changes.' },
  on: { vi: 'Ngày hiệu lực', en: 'In force on' },
  onHint: {
    vi: 'Mọi thay đổi của phương án có hiệu lực từ đầu ngày này; có thể là ngày đã qua.',
    en: 'Everything takes effect at the beginning of this day; it may be past.',
  },
  versionField: { vi: 'Phiên bản của phương án', en: 'Version of the draft' },
  otherDecision: { vi: 'Quyết định khác “{title}”', en: 'Another decision, “{title}”' },
  actOf: { vi: 'Thay đổi', en: 'Act' },
  titleField: { vi: 'Tên', en: 'Title' },
  titleHint: {
    vi: 'Ví dụ: Sắp xếp đơn vị hành chính cấp xã năm 2027',
    en: 'Such as: Communes rearranged in 2027',
  },
  basis: { vi: 'Quyết định', en: 'Decision' },
  basisHint: { vi: 'Số và cơ quan ban hành, ví dụ: Nghị quyết 1656/NQ-UBTVQH15', en: 'Its number and who made it' },
  state: { vi: 'Tình trạng', en: 'State' },
  stateWords: {
    vi: '{state, select, draft {Đang soạn} proposed {Chờ duyệt} approved {Đã duyệt} withdrawn {Đã rút lại} other {Đã bỏ}}',
    en: '{state, select, draft {Draft} proposed {Waits for approval} approved {Approved} withdrawn {Withdrawn} other {Discarded}}',
  },
  inForce: { vi: 'Đang có hiệu lực', en: 'In force' },
  inForceFrom: { vi: 'Có hiệu lực từ {on}', en: 'In force from {on}' },
  acts: { vi: 'Các thay đổi', en: 'Acts' },
  actCount: { vi: '{count, plural, other {# thay đổi}}', en: '{count, plural, one {# act} other {# acts}}' },
  unitsThen: { vi: 'Đơn vị vào ngày {on}', en: 'The units on {on}' },
  unitsBefore: { vi: 'Đơn vị vào ngày {on}, trước đó', en: 'The units on {on}, the day before' },
  movedRoles: { vi: 'Quyền của ai chuyển đi đâu', en: 'Whose roles go where' },
  drafted: { vi: 'Soạn', en: 'Drafted' },
  edited: { vi: 'Sửa', en: 'Changed' },
  proposed: { vi: 'Trình', en: 'Proposed' },
  approved: { vi: 'Duyệt', en: 'Approved' },
  withdrawn: { vi: 'Rút lại', en: 'Withdrawn' },
  settledAt: { vi: 'Biểu mẫu đã chuyển sang đơn vị mới lúc {at}.', en: 'Forms were carried over at {at}.' },
  returnedWhy: { vi: 'Được trả lại: {reason}', en: 'Returned: {reason}' },
  withdrawnWhy: { vi: 'Được rút lại: {reason}', en: 'Withdrawn: {reason}' },
  editHead: { vi: 'Sửa ngày, tên, quyết định', en: 'Change day, title or decision' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  propose: { vi: 'Trình duyệt', en: 'Send for approval' },
  proposeHint: {
    vi: 'Phương án phải khớp với cây đơn vị. Sau khi trình, một quản trị viên khác sẽ duyệt hoặc trả lại.',
    en: 'It has to fit the tree of units. Then another administrator approves or returns it.',
  },
  approve: { vi: 'Duyệt', en: 'Approve' },
  approveHint: {
    vi: 'Đơn vị, quyền và nhiệm vụ thay đổi cùng lúc, từ {on}. Những người có quyền chuyển đi được báo bằng thư.',
    en: 'Units, roles and duties change together, from {on}. Everybody whose role moves gets a letter.',
  },
  giveBack: { vi: 'Trả lại', en: 'Return' },
  discard: { vi: 'Bỏ phương án', en: 'Discard' },
  discardHint: { vi: 'Phương án không còn trong danh sách.', en: 'It leaves the lists.' },
  withdraw: { vi: 'Rút lại', en: 'Withdraw' },
  withdrawHint: {
    vi: 'Chưa đến ngày hiệu lực nên còn rút lại được: đơn vị, quyền và nhiệm vụ trở lại đúng như trước.',
    en: 'Its day has not come, so it can be taken back: units, roles and duties are exactly as before.',
  },
  didPropose: { vi: 'Đã trình. Một quản trị viên khác sẽ duyệt.', en: 'Sent. Another administrator approves it.' },
  didApprove: { vi: 'Đã duyệt. Có hiệu lực từ {on}.', en: 'Approved. In force from {on}.' },
  didReturn: { vi: 'Đã trả lại cho người soạn.', en: 'Returned to its author.' },
  didWithdraw: { vi: 'Đã rút lại. Mọi thứ như trước khi duyệt.', en: 'Withdrawn. Everything is as before.' },
  didDiscard: { vi: 'Đã bỏ phương án.', en: 'Discarded.' },
  download: { vi: 'Tải tệp mẫu', en: 'Download the template' },
})

export const problems = problemCatalogue('reorganisation', {
  unknownReform: { status: 404, vi: 'Không có phương án sắp xếp này.', en: 'There is no such reorganisation.' },
  wrongState: {
    status: 409,
    vi: '{state, select, draft {Phương án đang là bản nháp} proposed {Phương án đang chờ duyệt} approved {Phương án đã được duyệt} withdrawn {Phương án đã rút lại} other {Phương án đã bỏ}} nên không làm được việc này.',
    en: '{state, select, draft {The reorganisation is a draft} proposed {The reorganisation waits for approval} approved {The reorganisation is approved} withdrawn {The reorganisation was withdrawn} other {The reorganisation was discarded}}, so this cannot be done.',
  },
  alreadyInForce: {
    status: 409,
    vi: 'Phương án đã có hiệu lực từ ngày {on} nên không rút lại được; hãy lập phương án mới.',
    en: 'The reorganisation is in force since {on} and cannot be withdrawn; draft a new one.',
  },
  fourEyes: {
    status: 403,
    vi: 'Người soạn hoặc trình phương án không được tự duyệt: cần một quản trị viên thứ hai.',
    en: 'Who drafted or proposed a reorganisation does not approve it: a second administrator is needed.',
  },
  noActs: { status: 422, vi: 'Phương án chưa có thay đổi nào.', en: 'The reorganisation changes nothing yet.' },
  noSuchAct: {
    status: 404,
    vi: 'Phương án không có thay đổi thứ {place}.',
    en: 'The reorganisation has no change number {place}.',
  },
  tooManyActs: {
    status: 422,
    vi: 'Một phương án có nhiều nhất {count} thay đổi.',
    en: 'A reorganisation holds at most {count} acts.',
  },
  alreadyLoaded: {
    status: 409,
    vi: 'Các quyết định sắp xếp của gói dữ liệu đã được nạp.',
    en: 'The decisions of the pack are already loaded.',
  },
})
