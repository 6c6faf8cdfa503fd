/** Words of agencies and what they hold. */
import { catalogue } from '#kernel/language.ts'

export const texts = catalogue({
  dutyCount: { vi: '{count} nhiệm vụ', en: '{count, plural, one {# duty} other {# duties}}' },
  otherRoles: { vi: 'Vai trò khác', en: 'Other roles' },
  agenciesLead: {
    vi: 'Cơ quan giữ nhiệm vụ của kế hoạch vào ngày {date}, với số nhiệm vụ.',
    en: 'The agencies that hold duties under the plan on {date}, with how many.',
  },
  onDay: { vi: 'Vào ngày {date}', en: 'On {date}' },
  dutiesNow: { vi: 'Nhiệm vụ đang giữ', en: 'Duties held' },
  dutiesFormerly: { vi: 'Nhiệm vụ giữ vào lúc khác', en: 'Duties held at another time' },
  unitPage: { vi: 'Trang của đơn vị', en: 'Page of the unit' },
})
