/** The words that say how a number was carried from the units of its year onto the map that is shown. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  earlier: {
    vi: '{count, plural, other {# đơn vị trước đây}}',
    en: '{count, plural, one {# earlier unit} other {# earlier units}}',
  },
  later: {
    vi: '{count, plural, other {# đơn vị sau này}}',
    en: '{count, plural, one {# later unit} other {# later units}}',
  },
  whole: { vi: 'cộng từ {units}', en: 'summed from {units}' },
  lowest: { vi: 'mức thấp nhất của {units}', en: 'the lowest of {units}' },
  inPart: {
    vi: '{made}, {count, plural, other {# đơn vị vào một phần}}',
    en: '{made}, {count} of them in part',
  },
  inPartBy: {
    vi: '{made}, {count, plural, other {# đơn vị vào một phần}} ({basis})',
    en: '{made}, {count} of them in part ({basis})',
  },
  missing: {
    vi: '{made}; {count, plural, other {# đơn vị chưa có số}}',
    en: '{made}; {count} without figures yet',
  },
  people: { vi: 'toàn bộ dân chuyển theo nghị quyết', en: 'all people pass by the resolution' },
  share: { vi: 'chia theo diện tích', en: 'divided by area' },
  even: { vi: 'chia đều vì chưa biết tỷ lệ', en: 'divided evenly, the shares being unknown' },
})
