/** Words of keys for programs, and what can be wrong with one. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
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
  lastUsed: { vi: 'Dùng lần cuối', en: 'Last used' },
  never: { vi: 'chưa dùng', en: 'never' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  tokenOver: { vi: 'Hết hiệu lực', en: 'No longer good' },
  tokenLive: { vi: 'Còn hiệu lực', en: 'Still good' },
  tokenState: { vi: 'Hiệu lực', en: 'Validity' },
  noTokens: { vi: 'Không có khóa nào.', en: 'There are no tokens.' },
  noTokensHint: { vi: 'Đặt tên và phạm vi ở dưới để tạo khóa.', en: 'Name one and its scopes below to make it.' },
})

export const problems = problemCatalogue('access', {
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
})
