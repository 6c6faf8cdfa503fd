/** What can be odd with a boundary beside what is known of its unit. */
import { problemCatalogue } from '#kernel/problem.ts'

const status = 422

export const problems = problemCatalogue('organisation', {
  joined: {
    status,
    vi: '{unit} gồm {count} vùng trong tệp (thứ {features}): đã ghép làm một.',
    en: '{unit} has {count} areas in the file ({features}): they were joined.',
  },
  twice: {
    status,
    vi: 'Vùng thứ {feature}: {unit} đã có ở vùng thứ {first}, hai vùng chồng lên nhau {common, number, ::.00} km². Hãy giữ một.',
    en: 'Area {feature}: {unit} is already area {first}, and the two share {common, number, ::.00} km². Keep one.',
  },
  otherName: {
    status,
    vi: 'Vùng thứ {feature} tên là “{name}”, nhưng vào ngày {on} mã {code} là {unit}. Mã được dùng lại sau sáp nhập: hãy xem lại ngày.',
    en: 'Area {feature} is called “{name}”, but on {on} the code {code} is {unit}. Codes are reused after mergers: look at the day.',
  },
  nearName: {
    status,
    vi: 'Vùng thứ {feature} viết tên “{name}”; đơn vị là {unit}.',
    en: 'Area {feature} writes the name “{name}”; the unit is {unit}.',
  },
  crossing: {
    status,
    vi: '{unit}: đường bao tự cắt.',
    en: '{unit}: a ring crosses itself.',
  },
  overlapping: {
    status,
    vi: '{unit} và {other} chồng lên nhau {common, number, ::.00} km² ({percent}% đơn vị nhỏ hơn).',
    en: '{unit} and {other} overlap by {common, number, ::.00} km² ({percent}% of the smaller one).',
  },
  overlapsStanding: {
    status,
    vi: '{unit} chồng lên ranh giới đang dùng của {other}, đơn vị không có trong tệp: {common, number, ::.00} km² ({percent}% đơn vị nhỏ hơn).',
    en: '{unit} overlaps the boundary in use of {other}, which is not in the file, by {common, number, ::.00} km² ({percent}% of the smaller one).',
  },
  moreOverlaps: {
    status,
    vi: 'Còn {count} cặp đơn vị nữa chồng lên nhau.',
    en: '{count, plural, one {# more pair of units overlaps} other {# more pairs of units overlap}}.',
  },
  overlapsNotAllSeen: {
    status,
    vi: 'Đường bao quá phức tạp: chưa xét hết các đơn vị chồng lên nhau.',
    en: 'The rings are too intricate: not all units were compared for overlaps.',
  },
  farFromPlace: {
    status,
    vi: '{unit}: ranh giới nằm cách vị trí đã ghi của đơn vị {km, number, ::.0} km.',
    en: '{unit}: the boundary lies {km, number, ::.0} km from the position on record.',
  },
  areaDiffers: {
    status,
    vi: '{unit}: ranh giới đo được {measured, number, ::.0} km², diện tích chính thức {official, number, ::.0} km² (lệch {percent}%).',
    en: '{unit}: the boundary measures {measured, number, ::.0} km², the official area is {official, number, ::.0} km² ({percent}% off).',
  },
  areaDiffersFromEstimate: {
    status,
    vi: '{unit}: ranh giới đo được {measured, number, ::.0} km², diện tích ước tính đang ghi là {official, number, ::.0} km² (lệch {percent}%).',
    en: '{unit}: the boundary measures {measured, number, ::.0} km², the estimate on record is {official, number, ::.0} km² ({percent}% off).',
  },
  without: {
    status,
    vi: '{count} trên {units} đơn vị cùng cấp không có trong tệp: {names}{more, select, yes {, …} other {.}}',
    en: '{count} of {units} units of this kind are not in the file: {names}{more, select, yes {, …} other {.}}',
  },
})
