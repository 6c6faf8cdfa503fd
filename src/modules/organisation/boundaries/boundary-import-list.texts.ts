/** Words of the list of imports of boundaries. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  fileName: { vi: 'Tệp', en: 'File' },
  none: { vi: 'Chưa nạp ranh giới nào.', en: 'No boundaries have been imported yet.' },
  noneHint: {
    vi: 'Chọn một tệp GeoJSON ở trên và bấm “Kiểm tra tệp”. Chưa có gì được nạp khi kiểm tra.',
    en: 'Choose a GeoJSON file above and press “Check the file”. Checking imports nothing.',
  },
  dayExplained: {
    vi: 'Ranh giới dùng cho mọi ngày quanh ngày này mà đất của đơn vị không đổi.',
    en: 'A boundary is used on all days around this one on which the land of its unit stayed the same.',
  },
  ofThisFile: { vi: '({count} từ tệp này)', en: '({count} of them by this file)' },
  notInUse: { vi: 'đã được thay', en: 'replaced' },
  until: { vi: 'đến hết {day}', en: 'until {day}' },
  since: { vi: 'từ {day}', en: 'from {day}' },
  always: { vi: 'mọi ngày', en: 'every day' },
  km2: { vi: '{area} km²', en: '{area} km²' },
})

export const problems = problemCatalogue('organisation', {
  unknownBoundaryImport: {
    status: 404,
    vi: 'Không có lần nạp ranh giới này.',
    en: 'There is no such import of boundaries.',
  },
})
