/** The words of accounts, roles, letters and the audit log, and their problems. */
import { catalogue, type Words } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'
import type { RoleName } from './accounts.model.ts'

export const roleWords: Readonly<Record<RoleName, Words>> = {
  reader: { vi: 'Người xem', en: 'Reader' },
  editor: { vi: 'Người nhập', en: 'Editor' },
  approver: { vi: 'Người duyệt', en: 'Approver' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
  auditor: { vi: 'Kiểm toán', en: 'Auditor' },
}

export const roleHints: Readonly<Record<RoleName, Words>> = {
  reader: { vi: 'Xem số liệu và bản nộp', en: 'Sees figures and submissions' },
  editor: { vi: 'Nhập và gửi biểu mẫu', en: 'Fills in and sends forms' },
  approver: {
    vi: 'Duyệt hoặc trả lại; làm được mọi việc của người nhập',
    en: 'Approves or returns; may all an editor may',
  },
  administrator: {
    vi: 'Mời người, giao quyền; làm được mọi việc trên',
    en: 'Invites people, gives roles; may all the above',
  },
  auditor: { vi: 'Chỉ đọc nhật ký của đơn vị', en: 'Only reads the audit log of the unit' },
}

/** Why somebody reads of persons, as the log keeps it. */
export const purposes = catalogue({
  keepingAccounts: { vi: 'Quản lý tài khoản và quyền', en: 'Keeping accounts and roles' },
})

export const texts = catalogue({
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signInLead: {
    vi: 'Dành cho cán bộ được cấp tài khoản. Xem số liệu công khai thì không cần đăng nhập.',
    en: 'For officers with an account. Public figures need none.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  forgotten: { vi: 'Quên mật khẩu?', en: 'Forgotten your password?' },
  signInWith: { vi: 'Đăng nhập bằng {name}', en: 'Sign in with {name}' },
  signedOut: { vi: 'Đã đăng xuất.', en: 'You are signed out.' },
  welcome: { vi: 'Xin chào {name}.', en: 'Welcome, {name}.' },

  sessionOver: { vi: 'Phiên làm việc đã hết', en: 'Your session has ended' },
  sessionOverLead: {
    vi: 'Những gì bạn đã nhập vẫn còn. Đăng nhập lại để gửi tiếp; tệp đính kèm thì phải chọn lại.',
    en: 'What you entered is kept. Sign in again to send it; attached files must be chosen again.',
  },

  account: { vi: 'Tài khoản', en: 'Account' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  vietnamese: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  english: { vi: 'Tiếng Anh', en: 'English' },
  roles: { vi: 'Quyền', en: 'Roles' },
  role: { vi: 'Quyền', en: 'Role' },
  field: { vi: 'Lĩnh vực', en: 'Field of work' },
  fieldHint: {
    vi: 'Quyền chỉ có hiệu lực trong lĩnh vực này',
    en: 'The role counts in this field only',
  },
  noRoles: {
    vi: 'Chưa có quyền nào. Hỏi người quản trị của đơn vị.',
    en: 'No roles yet. Ask the administrator of your unit.',
  },
  movedTo: {
    vi: 'Quyền {role} của bạn tại {from} chuyển sang {to} từ ngày {on}, theo {decision}.',
    en: 'Your role as {role} at {from} moves to {to} from {on}, by {decision}.',
  },
  movedAway: {
    vi: 'Quyền {role} của bạn tại {from} kết thúc từ ngày {on}, theo {decision}: không có đơn vị tiếp nhận.',
    en: 'Your role as {role} at {from} ends on {on}, by {decision}: no unit takes over.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến trước ngày', en: 'Until before' },
  sessions: { vi: 'Phiên đăng nhập', en: 'Sessions' },
  sessionsLead: {
    vi: 'Những nơi tài khoản này đang đăng nhập. Thấy nơi lạ thì đăng xuất mọi nơi và đổi mật khẩu.',
    en: 'Where this account is signed in. If a place is strange, sign out everywhere and change the password.',
  },
  noSessions: { vi: 'Không còn phiên đăng nhập nào.', en: 'There are no sessions.' },
  lastSeen: { vi: 'Lần dùng cuối', en: 'Last used' },
  begun: { vi: 'Bắt đầu', en: 'Begun' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  device: { vi: 'Thiết bị', en: 'Device' },
  signOutEverywhere: { vi: 'Đăng xuất mọi nơi', en: 'Sign out everywhere' },
  signedOutEverywhere: { vi: 'Đã đăng xuất mọi nơi.', en: 'Signed out everywhere.' },
  changePassword: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  currentPassword: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  passwordHint: {
    vi: 'Ít nhất 12 ký tự; vài từ ghép lại là tốt nhất. Không dùng mật khẩu phổ biến hay tên thư của bạn.',
    en: 'At least 12 characters; a few words together are best. Not a common one, and not the name in your e-mail.',
  },
  passwordChanged: {
    vi: 'Đã đổi mật khẩu; các phiên khác đã đăng xuất.',
    en: 'The password is changed; other sessions are signed out.',
  },

  resetTitle: { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  resetLead: {
    vi: 'Nhập thư điện tử của tài khoản; chúng tôi gửi một liên kết dùng được trong 1 giờ.',
    en: 'Enter the e-mail of your account; we send a link that works for one hour.',
  },
  resetSend: { vi: 'Gửi liên kết', en: 'Send the link' },
  resetSent: {
    vi: 'Nếu có tài khoản với thư này, một liên kết đặt lại mật khẩu đã được gửi tới đó.',
    en: 'If there is an account with that e-mail, a link to reset the password was sent to it.',
  },
  resetDone: { vi: 'Đã đặt mật khẩu mới. Hãy đăng nhập.', en: 'The new password is set. Please sign in.' },

  invitation: { vi: 'Lời mời', en: 'Invitation' },
  invitationLead: {
    vi: '{email} được mời làm {role} tại {unit}. Đặt mật khẩu để bắt đầu.',
    en: '{email} is invited as {role} at {unit}. Choose a password to begin.',
  },
  accept: { vi: 'Nhận lời mời', en: 'Accept the invitation' },
  accepted: { vi: 'Tài khoản đã sẵn sàng. Hãy đăng nhập.', en: 'Your account is ready. Please sign in.' },

  people: { vi: 'Người dùng', en: 'People' },
  peopleOf: { vi: 'Người dùng của {unit}', en: 'People of {unit}' },
  peopleLead: {
    vi: 'Ai giữ quyền tại đơn vị này và các đơn vị trực thuộc.',
    en: 'Who holds a role at this unit and the units under it.',
  },
  noPeople: { vi: 'Chưa có ai. Mời người đầu tiên ở dưới.', en: 'Nobody yet. Invite the first person below.' },
  waiting: { vi: 'Lời mời chưa nhận', en: 'Open invitations' },
  noInvitations: { vi: 'Không có lời mời nào chưa nhận.', en: 'There are no open invitations.' },
  findPerson: { vi: 'Tên hoặc thư điện tử', en: 'Name or e-mail' },
  invitationState: { vi: 'Thời hạn', en: 'Validity' },
  invitationOpen: { vi: 'Còn hạn', en: 'Still good' },
  invitationOver: { vi: 'Đã hết hạn', en: 'Expired' },
  expires: { vi: 'Hết hạn', en: 'Expires' },
  invite: { vi: 'Mời người', en: 'Invite a person' },
  inviteLead: {
    vi: 'Người được mời nhận thư có liên kết. Ai đã có tài khoản thì được giao quyền ngay.',
    en: 'The person gets a letter with a link. Somebody who already has an account gets the role at once.',
  },
  inviteAt: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  inviteAtHint: { vi: 'Đơn vị này hoặc một đơn vị trực thuộc', en: 'This unit, or one under it' },
  withdraw: { vi: 'Thu hồi', en: 'Withdraw' },
  withdrawn: { vi: 'Đã thu hồi lời mời.', en: 'The invitation is withdrawn.' },
  invited: { vi: 'Đã mời {email}; thư đang được gửi.', en: '{email} is invited; the letter is on its way.' },
  granted: {
    vi: '{email} đã có tài khoản và được giao quyền.',
    en: '{email} already had an account and got the role.',
  },
  grantEnded: { vi: 'Đã thôi quyền.', en: 'The role is ended.' },
  endGrant: { vi: 'Thôi quyền', en: 'End' },
  disable: { vi: 'Khóa', en: 'Disable' },
  enable: { vi: 'Mở khóa', en: 'Enable' },
  isDisabled: { vi: 'Đã khóa tài khoản.', en: 'The account is disabled.' },
  isEnabled: { vi: 'Đã mở khóa tài khoản.', en: 'The account is enabled.' },
  actions: { vi: 'Thao tác', en: 'Actions' },

  delegations: { vi: 'Ủy quyền', en: 'Delegations' },
  delegationsLead: {
    vi: 'Người được ủy quyền làm được mọi việc của người ủy quyền trong lĩnh vực đó, đến ngày kết thúc thì tự thôi. Nhật ký ghi rõ ai làm, thay mặt ai.',
    en: 'A delegate may do what the delegator may in that field, until the day it ends by itself. The log says who did it, and on whose behalf.',
  },
  noDelegations: { vi: 'Không có ủy quyền nào.', en: 'There are no delegations.' },
  delegator: { vi: 'Người ủy quyền', en: 'Delegator' },
  delegatorHint: { vi: 'Thư điện tử của người đang giữ quyền', en: 'E-mail of the person who holds the roles' },
  delegate: { vi: 'Người được ủy quyền', en: 'Delegate' },
  delegateHint: { vi: 'Thư điện tử của người đã có tài khoản', en: 'E-mail of somebody who has an account' },
  delegationFieldHint: {
    vi: 'Người được ủy quyền chỉ làm thay trong lĩnh vực này',
    en: 'The delegate stands in for this field only',
  },
  untilHint: {
    vi: 'Ngày đầu tiên không còn ủy quyền; nhiều nhất một năm',
    en: 'The first day without it; a year at most',
  },
  delegateIt: { vi: 'Ủy quyền', en: 'Delegate' },
  delegated: { vi: 'Đã ủy quyền cho {email}.', en: 'Delegated to {email}.' },
  endDelegation: { vi: 'Thôi ủy quyền', en: 'End the delegation' },
  delegationEnded: { vi: 'Đã thôi ủy quyền.', en: 'The delegation is ended.' },
  noDelegatedRoles: { vi: 'Không ai ủy quyền cho bạn.', en: 'Nobody has delegated a role to you.' },
  delegatedRoles: { vi: 'Quyền được ủy quyền', en: 'Roles delegated to you' },
  onBehalfOf: { vi: 'Thay mặt', en: 'On behalf of' },
  purpose: { vi: 'Mục đích xem', en: 'Purpose of reading' },
  shown: { vi: 'Hồ sơ đã xem: {count}', en: 'Records seen: {count}' },

  tokens: { vi: 'Khóa truy cập API', en: 'API tokens' },
  tokensLead: {
    vi: 'Cho chương trình khác thay mặt bạn; chỉ làm được những việc nêu trong phạm vi và quyền của bạn.',
    en: 'For programs that act for you; they may do what the scopes name and you may.',
  },
  tokenName: { vi: 'Tên khóa', en: 'Name of the token' },
  tokenNameHint: { vi: 'Ví dụ: bảng tính của phòng', en: 'For example: the spreadsheet of the office' },
  scopes: { vi: 'Phạm vi', en: 'Scopes' },
  scopesHint: {
    vi: 'Tên thao tác hay phân hệ trong API, cách nhau bằng dấu cách; * là tất cả',
    en: 'Names of operations or modules of the API, with spaces between; * is everything',
  },
  expiresOn: { vi: 'Dùng được đến hết ngày', en: 'Good until the end of' },
  expiresOnHint: { vi: 'Nhiều nhất một năm', en: 'One year at most' },
  createToken: { vi: 'Tạo khóa', en: 'Make a token' },
  tokenMade: {
    vi: 'Khóa mới. Chép lại ngay: khóa không hiện lại lần nữa.',
    en: 'The new token. Copy it now: it is not shown again.',
  },
  lastUsed: { vi: 'Dùng lần cuối', en: 'Last used' },
  never: { vi: 'chưa dùng', en: 'never' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  revoked: { vi: 'Đã thu hồi khóa.', en: 'The token is revoked.' },
  tokenOver: { vi: 'Hết hiệu lực', en: 'No longer good' },
  tokenLive: { vi: 'Còn hiệu lực', en: 'Still good' },
  tokenState: { vi: 'Hiệu lực', en: 'Validity' },
  noTokens: { vi: 'Không có khóa nào.', en: 'There are no tokens.' },
  noTokensHint: { vi: 'Đặt tên và phạm vi ở dưới để tạo khóa.', en: 'Name one and its scopes below to make it.' },

  audit: { vi: 'Nhật ký', en: 'Audit log' },
  auditLead: {
    vi: 'Ai đã làm gì, với cái gì, lúc nào, từ đâu. Trong vòng một giây, mỗi dòng được niêm phong: nối với dòng trước bằng mã băm nên không ai sửa lén được.',
    en: 'Who did what, to what, when, from where. Within a second each entry is sealed: chained to the one before by a hash, so nobody changes one quietly.',
  },
  auditEmpty: { vi: 'Không có dòng nào như vậy.', en: 'There are no such entries.' },
  number: { vi: 'Số', en: 'Number' },
  at: { vi: 'Lúc', en: 'At' },
  actor: { vi: 'Ai', en: 'Who' },
  operation: { vi: 'Việc', en: 'What' },
  operationHint: { vi: 'Tên thao tác, ví dụ access.invite', en: 'The name of an operation, such as access.invite' },
  subject: { vi: 'Với', en: 'To' },
  via: { vi: 'Qua', en: 'By way of' },
  entry: { vi: 'Dòng nhật ký {seq}', en: 'Audit entry {seq}' },
  input: { vi: 'Nội dung gửi', en: 'What was sent' },
  old: { vi: 'Trước', en: 'Before' },
  new: { vi: 'Sau', en: 'After' },
  hash: { vi: 'Mã băm', en: 'Hash' },
  previousHash: { vi: 'Mã băm dòng trước', en: 'Hash of the entry before' },
  verify: { vi: 'Kiểm tra chuỗi', en: 'Check the chain' },
  chainWhole: { vi: 'Chuỗi nguyên vẹn: {entries} dòng.', en: 'The chain is whole: {entries} entries.' },
  chainBroken: {
    vi: 'Chuỗi bị đứt ở dòng {seq}: {why}.',
    en: 'The chain is broken at entry {seq}: {why}.',
  },
  whyChanged: { vi: 'nội dung đã bị sửa', en: 'its content was changed' },
  whyMissing: { vi: 'dòng đã bị xóa', en: 'it was removed' },
  whyRelinked: { vi: 'không nối với dòng trước', en: 'it does not follow the entry before' },
  whyBatch: {
    vi: 'bản ghi của đợt niêm phong đã bị sửa hoặc xóa',
    en: 'the record of its batch was changed or removed',
  },
  whyStray: {
    vi: 'không chờ niêm phong và cũng chưa được niêm phong',
    en: 'it is neither sealed nor waiting to be',
  },
  chainSealed: { vi: 'Đã niêm phong', en: 'Sealed' },
  chainWaiting: { vi: 'Chờ niêm phong', en: 'Waiting' },
  chainChanged: { vi: 'Bị sửa', en: 'Changed' },
  chainMissing: { vi: 'Bị mất', en: 'Missing' },
  notSealed: { vi: 'chờ niêm phong', en: 'waiting to be sealed' },
  anchors: { vi: 'Mốc niêm phong nhật ký', en: 'Anchors of the audit log' },
  anchorsLead: {
    vi: 'Mỗi ngày, mã băm cuối cùng của nhật ký được công bố tại đây. Ai giữ lại một dòng thì về sau đối chiếu được: nếu nhật ký đến ngày đó bị sửa hay bị xóa, mã băm sẽ không còn khớp.',
    en: 'Each day the last hash of the audit log is published here. Whoever keeps a line can hold the log against it later: had the log up to that day been changed or cut, the hash would no longer agree.',
  },
  anchorsHow: {
    vi: 'Tải tệp JSON của trang này về và cất ở nơi khác; khi cần, người vận hành chạy ./hieuhoc audit verify --against TỆP.',
    en: 'Keep the JSON file of this page elsewhere; the operator checks it with ./hieuhoc audit verify --against FILE.',
  },
  noAnchors: { vi: 'Chưa có mốc nào.', en: 'There are no anchors yet.' },
  noAnchorsHint: {
    vi: 'Mốc đầu tiên được lập sau nửa đêm của ngày đầu tiên có việc được ghi.',
    en: 'The first is made after midnight of the first day on which something was done.',
  },
  anchorDay: { vi: 'Ngày', en: 'Day' },
  anchorBatch: { vi: 'Đợt niêm phong', en: 'Batch' },
  anchorEntries: { vi: 'Số dòng đến hết ngày', en: 'Entries by its end' },
  anchorEntry: { vi: 'Dòng cuối', en: 'Last entry' },
  anchorLetters: { vi: 'Thư về mốc niêm phong', en: 'Letters of anchors' },
  anchorLettersLead: {
    vi: 'Sau nửa đêm, mốc niêm phong của ngày hôm trước được gửi đến thư điện tử của Ông/Bà, để cất ở ngoài hệ thống.',
    en: 'After midnight the anchor of the day before is sent to your e-mail, to be kept outside of the system.',
  },
  anchorWish: { vi: 'Gửi cho tôi mốc niêm phong mỗi ngày', en: 'Send me the anchor of each day' },
  keepAnchorWish: { vi: 'Lưu lựa chọn', en: 'Keep this choice' },
  anchorWishKept: { vi: 'Đã lưu lựa chọn.', en: 'Your choice is kept.' },
  whyTail: { vi: 'các dòng cuối đã bị xóa hoặc thay', en: 'the last entries were removed or replaced' },
})

/** How a call came in; without an account its actor is told by this too. */
export const viaWords: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    web: { vi: 'trang web', en: 'web page' },
    api: { vi: 'API', en: 'API' },
    command: { vi: 'dòng lệnh', en: 'command line' },
    job: { vi: 'tác vụ nền', en: 'background job' },
  }),
)

export const actorWords: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    web: { vi: 'Khách chưa đăng nhập', en: 'Nobody signed in' },
    api: { vi: 'Khách chưa đăng nhập', en: 'Nobody signed in' },
    command: { vi: 'Người vận hành', en: 'The operator' },
    job: { vi: 'Hệ thống', en: 'The system' },
  }),
)

export const whyWords = {
  changed: texts.whyChanged,
  missing: texts.whyMissing,
  relinked: texts.whyRelinked,
  batch: texts.whyBatch,
  tail: texts.whyTail,
  stray: texts.whyStray,
} as const

/** The letters. Plain text: it reads everywhere, and a link in it shows where it leads. */
export const letters = catalogue({
  invitationSubject: { vi: 'Lời mời dùng Hiếu Học: {unit}', en: 'Invitation to Hiếu Học: {unit}' },
  invitationBody: {
    vi: `Kính gửi {name},

Ông/Bà được mời làm {role} tại {unit} trên hệ thống Hiếu Học. Để nhận lời mời và đặt mật khẩu, xin mở liên kết:

{url}

Liên kết dùng được một lần, đến {until}. Nếu không chờ lời mời này, xin bỏ qua thư.

Hiếu Học`,
    en: `Dear {name},

You are invited as {role} at {unit} in Hiếu Học. To accept and choose a password, please open this link:

{url}

It works once, until {until}. If you do not expect this invitation, please ignore this letter.

Hiếu Học`,
  },
  resetSubject: { vi: 'Đặt lại mật khẩu Hiếu Học', en: 'Reset your Hiếu Học password' },
  resetBody: {
    vi: `Kính gửi {name},

Có người yêu cầu đặt lại mật khẩu của tài khoản này. Nếu là Ông/Bà, xin mở liên kết:

{url}

Liên kết dùng được một lần, đến {until}. Nếu không phải, xin bỏ qua thư: mật khẩu vẫn như cũ.

Hiếu Học`,
    en: `Dear {name},

Somebody asked to reset the password of this account. If it was you, please open this link:

{url}

It works once, until {until}. If it was not you, please ignore this letter: the password stays as it is.

Hiếu Học`,
  },
  movedSubject: { vi: 'Quyền của bạn từ ngày {on}', en: 'Your roles from {on}' },
  movedBody: {
    vi: `Kính gửi {name},

Theo {decision}, từ ngày {on} đơn vị của Ông/Bà được sắp xếp lại, nên quyền trên hệ thống Hiếu Học thay đổi như sau:

{moves}

Đến hết ngày trước đó, các quyền cũ vẫn giữ nguyên. Xem quyền của mình tại:

{address}

Nếu có điều chưa đúng, xin báo người quản trị của đơn vị.

Hiếu Học`,
    en: `Dear {name},

By {decision}, your unit is reorganised from {on}, and your roles in Hiếu Học change with it:

{moves}

Until then the roles you have stay as they are. You see your roles at:

{address}

If something is not right, please tell the administrator of your unit.

Hiếu Học`,
  },
  moveLine: {
    vi: '- Thôi quyền {role} tại {from}; bắt đầu quyền {role} tại {to}.',
    en: '- {role} at {from} ends; {role} at {to} begins.',
  },
  moveEndLine: {
    vi: '- Thôi quyền {role} tại {from}; không có đơn vị tiếp nhận.',
    en: '- {role} at {from} ends; no unit takes over.',
  },
  staySubject: { vi: 'Quyền của bạn giữ nguyên', en: 'Your roles stay as they are' },
  stayBody: {
    vi: `Kính gửi {name},

{decision} đã được rút trước khi có hiệu lực trên hệ thống Hiếu Học. Các quyền sau của Ông/Bà không thay đổi:

{moves}

Hiếu Học`,
    en: `Dear {name},

{decision} was withdrawn in Hiếu Học before it came into force. These roles of yours do not change:

{moves}

Hiếu Học`,
  },
  stayLine: { vi: '- {role} tại {from}', en: '- {role} at {from}' },
  delegatedSubject: {
    vi: '{delegator} ủy quyền cho bạn trên Hiếu Học',
    en: '{delegator} delegates to you in Hiếu Học',
  },
  delegatedBody: {
    vi: `Kính gửi {name},

Ông/Bà được {delegator} ủy quyền trên hệ thống Hiếu Học.

Lĩnh vực: {field}
Từ ngày: {from}
Đến hết ngày trước ngày: {until}

Trong thời gian đó, Ông/Bà làm được những việc mà người ủy quyền được làm trong lĩnh vực này; nhật ký ghi rõ ai làm, thay mặt ai. Xem các quyền được ủy quyền, hoặc thôi nhận ủy quyền, tại:

{address}

Hiếu Học`,
    en: `Dear {name},

{delegator} delegates to you in Hiếu Học.

Field of work: {field}
From: {from}
First day without it: {until}

Until then you may do what the delegator may in this field; the log says who did it, and on whose behalf. You see what is delegated to you, and may end it, at:

{address}

Hiếu Học`,
  },
  anchorSubject: { vi: 'Mốc niêm phong nhật ký ngày {day}', en: 'Anchor of the audit log, {day}' },
  anchorBody: {
    vi: `Kính gửi {name},

Đến hết ngày {day}, nhật ký của hệ thống Hiếu Học có {entries} dòng. Mốc niêm phong:

{line}

Xin giữ thư này. Khi cần kiểm tra, chép dòng trên vào một tệp và chạy ./hieuhoc audit verify --against TỆP, hoặc so với trang:

{address}

Ông/Bà thôi nhận thư này tại trang Tài khoản.

Hiếu Học`,
    en: `Dear {name},

By the end of {day} the audit log of Hiếu Học had {entries} entries. Its anchor:

{line}

Please keep this letter. To check, put the line into a file and run ./hieuhoc audit verify --against FILE, or compare it with the page:

{address}

You may end these letters on the page of your account.

Hiếu Học`,
  },
})

export const problems = problemCatalogue('access', {
  alreadyLoaded: {
    status: 409,
    vi: 'Tài khoản dùng thử đã có.',
    en: 'The demo accounts are already there.',
  },
  refused: {
    status: 422,
    vi: 'Thư điện tử hoặc mật khẩu không đúng.',
    en: 'The e-mail or the password is wrong.',
  },
  locked: {
    status: 429,
    vi: 'Sai quá nhiều lần. Thử lại sau {minutes} phút, hoặc đặt lại mật khẩu.',
    en: 'Too many wrong attempts. Try again in {minutes} minutes, or reset the password.',
  },
  wrongPassword: { status: 422, vi: 'Mật khẩu hiện tại không đúng.', en: 'The current password is wrong.' },
  passwordTooShort: {
    status: 422,
    vi: 'Mật khẩu cần ít nhất {least} ký tự.',
    en: 'A password needs at least {least} characters.',
  },
  passwordHoldsName: {
    status: 422,
    vi: 'Mật khẩu không được chứa tên trong thư điện tử của bạn.',
    en: 'The password must not hold the name in your e-mail.',
  },
  passwordGuessable: {
    status: 422,
    vi: 'Mật khẩu này phổ biến, đã bị lộ hoặc dễ đoán. Hãy ghép vài từ không liên quan.',
    en: 'This password is common, leaked or easy to guess. Put a few unrelated words together.',
  },
  emailTaken: {
    status: 409,
    vi: 'Đã có tài khoản với thư điện tử này.',
    en: 'There is already an account with this e-mail.',
  },
  unknownAccount: {
    status: 422,
    vi: 'Không có tài khoản {email}.',
    en: 'There is no account {email}.',
  },
  accountDisabled: { status: 409, vi: 'Tài khoản {email} đang bị khóa.', en: 'The account {email} is disabled.' },
  alreadyHeld: {
    status: 409,
    vi: 'Người này đã giữ quyền này tại đơn vị trong thời gian đó.',
    en: 'The person already holds this role at the unit in that time.',
  },
  grantLives: {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: 'The end must be after the beginning.',
  },
  unknownField: {
    status: 422,
    vi: 'Không có lĩnh vực {field}.',
    en: 'There is no field of work {field}.',
  },
  delegationInPast: {
    status: 422,
    vi: 'Ủy quyền không bắt đầu trong quá khứ.',
    en: 'A delegation does not begin in the past.',
  },
  delegationTooLong: {
    status: 422,
    vi: 'Ủy quyền dài nhất một năm kể từ ngày bắt đầu.',
    en: 'A delegation lasts one year at most from the day it begins.',
  },
  delegatesToSelf: { status: 422, vi: 'Hãy chọn một người khác.', en: 'Choose somebody else.' },
  nothingToDelegate: {
    status: 422,
    vi: '{email} không giữ quyền nào trong lĩnh vực này.',
    en: '{email} holds no role in this field.',
  },
  alreadyDelegated: {
    status: 409,
    vi: 'Đã có ủy quyền như vậy trong thời gian đó.',
    en: 'There is such a delegation in that time already.',
  },
  unknownDelegation: { status: 404, vi: 'Không có ủy quyền này.', en: 'There is no such delegation.' },
  unknownGrant: { status: 404, vi: 'Không có quyền này.', en: 'There is no such grant.' },
  unknownLink: {
    status: 404,
    vi: 'Liên kết này không đúng. Hãy chép lại trọn liên kết trong thư.',
    en: 'This link is not right. Copy the whole link from the letter.',
  },
  invitationExpired: {
    status: 410,
    vi: 'Lời mời đã hết hạn ngày {on}. Xin người quản trị của đơn vị mời lại.',
    en: 'The invitation expired on {on}. Ask the administrator of the unit to invite you again.',
  },
  invitationUsed: {
    status: 410,
    vi: 'Lời mời này đã được dùng. Hãy đăng nhập; nếu quên mật khẩu thì đặt lại.',
    en: 'This invitation was used. Please sign in; if you forgot the password, reset it.',
  },
  resetExpired: {
    status: 410,
    vi: 'Liên kết đặt lại mật khẩu đã hết hạn hoặc đã được dùng. Hãy xin liên kết mới.',
    en: 'The link to reset the password has expired or was used. Ask for a new one.',
  },
  tokenTooLong: {
    status: 422,
    vi: 'Khóa dùng được nhiều nhất một năm: đến {last}.',
    en: 'A token is good for one year at most: until {last}.',
  },
  tokenInPast: { status: 422, vi: 'Ngày hết hạn đã qua.', en: 'That day is past.' },
  tokenMakesNone: {
    status: 403,
    vi: 'Khóa truy cập không được tạo, xem hay thu hồi khóa. Hãy đăng nhập.',
    en: 'A token cannot make, list or revoke tokens. Please sign in.',
  },
  unknownToken: { status: 404, vi: 'Không có khóa này.', en: 'There is no such token.' },
  openIdOff: {
    status: 404,
    vi: 'Nơi này không dùng đăng nhập một lần.',
    en: 'Single sign-on is not set up here.',
  },
  openIdFailed: {
    status: 422,
    vi: 'Đăng nhập một lần không thành công. Hãy thử lại từ trang đăng nhập.',
    en: 'Single sign-on did not succeed. Please try again from the sign-in page.',
  },
  openIdUnreachable: {
    status: 503,
    vi: 'Không liên lạc được với nơi cấp đăng nhập một lần. Thử lại sau ít phút.',
    en: 'The single sign-on service cannot be reached. Try again in a few minutes.',
  },
  notInvited: {
    status: 403,
    vi: 'Chưa có tài khoản nào với {email}. Xin người quản trị của đơn vị mời trước.',
    en: 'There is no account with {email} yet. Ask the administrator of your unit to invite you first.',
  },
  openIdDenied: {
    status: 422,
    vi: 'Việc đăng nhập đã dừng ở nơi cấp đăng nhập một lần. Hãy thử lại từ trang đăng nhập.',
    en: 'Signing in was stopped at the single sign-on service. Please try again from the sign-in page.',
  },
  openIdUnverified: {
    status: 403,
    vi: 'Nơi cấp đăng nhập chưa xác minh thư điện tử của bạn nên chưa nối được với tài khoản. Hãy xác minh thư ở đó rồi thử lại.',
    en: 'The sign-on service has not verified your e-mail, so it cannot be linked to an account. Verify it there and try again.',
  },
  openIdUnsaid: {
    status: 403,
    vi: 'Nơi cấp đăng nhập không cho biết thư điện tử của bạn đã được xác minh hay chưa, nên chưa nối được với tài khoản. Xin báo người vận hành hệ thống; nếu có mật khẩu, hãy đăng nhập bằng mật khẩu.',
    en: 'The sign-on service does not say whether your e-mail is verified, so it cannot be linked to an account. Please tell the operator of this system; if you have a password, sign in with it.',
  },
  openIdNoEmail: {
    status: 403,
    vi: 'Nơi cấp đăng nhập không cho biết thư điện tử của bạn nên chưa nối được với tài khoản. Hãy thêm thư điện tử ở đó, hoặc báo người vận hành hệ thống.',
    en: 'The sign-on service tells no e-mail of yours, so it cannot be linked to an account. Add one there, or tell the operator of this system.',
  },
  unknownEntry: { status: 404, vi: 'Không có dòng nhật ký {seq}.', en: 'There is no audit entry {seq}.' },
})
