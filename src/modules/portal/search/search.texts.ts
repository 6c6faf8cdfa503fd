/** Words of the search. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  search: { vi: 'Tìm kiếm', en: 'Search' },
  find: { vi: 'Tìm', en: 'Search' },
  searchOf: { vi: 'Tìm “{query}”', en: 'Search for “{query}”' },
  searchLabel: { vi: 'Tìm đơn vị, chỉ tiêu, nhiệm vụ, văn bản', en: 'Search units, targets, duties, documents' },
  searchHint: {
    vi: 'Gõ không dấu cũng được: “ba dinh”, “biet chu”',
    en: 'Without tones works too: “ba dinh”, “biet chu”',
  },
  nothingFound: { vi: 'Không tìm thấy gì cho “{query}”', en: 'Nothing was found for “{query}”' },
  nothingFoundHint: {
    vi: 'Thử ít chữ hơn, hoặc tên đơn vị trước ngày 01/7/2025 ở trang Đơn vị.',
    en: 'Try fewer words, or look for the name before 1 July 2025 on the page of units.',
  },
})
