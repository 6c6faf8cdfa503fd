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
  pieces: {
    vi: '{count, plural, =0 {{made}} other {{made}, # đơn vị vào một phần}}',
    en: '{count, plural, =0 {{made}} other {{made}, # of them in part}}',
  },
  missing: {
    vi: '{count, plural, =0 {{made}} other {{made}; # đơn vị chưa có số}}',
    en: '{count, plural, =0 {{made}} other {{made}; # without figures yet}}',
  },
  estimated: { vi: '{made}: {basis}', en: '{made}: {basis}' },
  people: { vi: 'toàn bộ dân chuyển theo nghị quyết', en: 'all people pass by the resolution' },
  share: { vi: 'chia theo diện tích', en: 'divided by area' },
  even: { vi: 'chia đều vì chưa biết tỷ lệ', en: 'divided evenly, the shares being unknown' },
})
