/** Words of the page of one figure. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  takenBack: {
    vi: 'Số này đã được rút lại và không còn được tính.',
    en: 'This figure was taken back and counts no more.',
  },
  replacedBy: {
    vi: 'Số này đã được đính chính thành {value} lúc {at}.',
    en: 'This figure was corrected to {value} at {at}.',
  },
  replacedByNone: {
    vi: 'Số này đã được rút lại lúc {at}, không có số thay.',
    en: 'This figure was taken back at {at}, and none given in its place.',
  },
  seeCurrent: { vi: 'Xem số đang dùng', en: 'See what stands now' },
  seeAllPlaces: { vi: 'Số này của mọi xã, phường', en: 'This figure of every commune' },
})
