/** Words and letters of delegations, and what can be wrong with one. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
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
  endDelegation: { vi: 'Thôi ủy quyền', en: 'End the delegation' },
  noDelegatedRoles: { vi: 'Không ai ủy quyền cho bạn.', en: 'Nobody has delegated a role to you.' },
})

export const letters = catalogue({
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
})

export const problems = problemCatalogue('access', {
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
  unknownDelegation: { status: 404, vi: 'Không có ủy quyền này.', en: 'There is no such delegation.' },
})
