/** Words and letters of roles that moved with a decision about units. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  movedTo: {
    vi: 'Quyền {role} của bạn tại {from} chuyển sang {to} từ ngày {on}, theo {decision}.',
    en: 'Your role as {role} at {from} moves to {to} from {on}, by {decision}.',
  },
  movedAway: {
    vi: 'Quyền {role} của bạn tại {from} kết thúc từ ngày {on}, theo {decision}: không có đơn vị tiếp nhận.',
    en: 'Your role as {role} at {from} ends on {on}, by {decision}: no unit takes over.',
  },
})

export const letters = catalogue({
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
})
