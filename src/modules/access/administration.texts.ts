/** Words of the page of the people of a unit. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  vietnamese: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  english: { vi: 'Tiếng Anh', en: 'English' },
  fieldHint: {
    vi: 'Quyền chỉ có hiệu lực trong lĩnh vực này',
    en: 'The role counts in this field only',
  },
  people: { vi: 'Người dùng', en: 'People' },
  peopleOf: { vi: 'Người dùng của {unit}', en: 'People of {unit}' },
  peopleLead: {
    vi: 'Ai giữ quyền tại đơn vị này và các đơn vị trực thuộc.',
    en: 'Who holds a role at this unit and the units under it.',
  },
  noPeople: { vi: 'Chưa có ai. Mời người đầu tiên ở dưới.', en: 'Nobody yet. Invite the first person below.' },
  invite: { vi: 'Mời người', en: 'Invite a person' },
  inviteLead: {
    vi: 'Người được mời nhận thư có liên kết. Ai đã có tài khoản thì được giao quyền ngay.',
    en: 'The person gets a letter with a link. Somebody who already has an account gets the role at once.',
  },
  inviteAtHint: { vi: 'Đơn vị này hoặc một đơn vị trực thuộc', en: 'This unit, or one under it' },
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
})
