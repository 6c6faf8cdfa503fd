/** Words of the front page. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  homeTitle: { vi: '{city} học tập, đến năm {year}', en: '{city} learning, to {year}' },
  homeDescription: {
    vi: 'Tiến độ từng chỉ tiêu của Kế hoạch {symbol}: số liệu, nguồn và cách tính.',
    en: 'The progress of every target of Plan {symbol}: figures, sources and method.',
  },
  planName: { vi: 'Kế hoạch {symbol}', en: 'Plan {symbol}' },
  heroCount: { vi: 'đặt {count} chỉ tiêu. Hôm nay', en: 'sets {count} targets. Today:' },
  stripLabel: { vi: 'Tình trạng từng chỉ tiêu', en: 'The status of each target' },
  mapTitle: { vi: '{name}, {count} xã, phường', en: '{name}, {count} communes' },
  fromLead: {
    vi: 'Năm {year}: {numerator} ÷ {denominator} × 100 = {value}.',
    en: '{year}: {numerator} ÷ {denominator} × 100 = {value}.',
  },
  fromPublished: {
    vi: 'Số đã công bố, chưa cộng được từ số liệu của các đơn vị.',
    en: 'A published figure; it cannot yet be summed from the units.',
  },
  fromUnits: { vi: 'Nguồn', en: 'Source' },
  fromAmount: { vi: 'Tử số', en: 'Numerator' },
  fromStatus: { vi: 'Trạng thái', en: 'Status' },
  communeCount: { vi: '{count} xã, phường', en: '{count, plural, one {# commune} other {# communes}}' },
  noParts: { vi: 'Chưa xã, phường nào có số liệu', en: 'No commune has given figures yet' },
  seeEachUnit: { vi: 'Xem số liệu từng xã, phường', en: 'See the figures of each commune' },
})
