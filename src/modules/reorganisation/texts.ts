/** The words of reorganisations, and their problems. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  reforms: { vi: 'Sắp xếp đơn vị', en: 'Reorganisations' },
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
  changedMeanwhile: {
    status: 409,
    vi: 'Phương án vừa được người khác sửa; hãy xem lại rồi sửa tiếp.',
    en: 'Somebody else has just changed the reorganisation; look at it again before you go on.',
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
