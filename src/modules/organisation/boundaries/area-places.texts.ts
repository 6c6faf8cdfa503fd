/** Why an area is of no known unit. */
import { problemCatalogue } from '#kernel/problem.ts'

const status = 422

export const problems = problemCatalogue('organisation', {
  noCode: {
    status,
    vi: 'Vùng thứ {feature} không có mã ở thuộc tính “{property}”.',
    en: 'Area {feature} has no code in the property “{property}”.',
  },
  noSuchUnit: {
    status,
    vi: 'Vùng thứ {feature}: vào ngày {on} không có đơn vị mã {code}{said}.',
    en: 'Area {feature}: on {on} there is no unit {code}{said}.',
  },
  noName: {
    status,
    vi: 'Vùng thứ {feature} không có tên ở thuộc tính “{property}”.',
    en: 'Area {feature} has no name in the property “{property}”.',
  },
  noSuchName: {
    status,
    vi: 'Vùng thứ {feature}: vào ngày {on} không có đơn vị nào tên đúng là “{name}”{said}.{hasNear, select, yes { Gần giống: {near}. Hãy sửa tên trong tệp, hoặc thêm mã đơn vị.} other {}}',
    en: 'Area {feature}: on {on} no unit is called exactly “{name}”{said}.{hasNear, select, yes { Nearly: {near}. Correct the name in the file, or add the code of the unit.} other {}}',
  },
  noSuchAbove: {
    status,
    vi: 'Vùng thứ {feature} (“{name}”): vào ngày {on} không có đơn vị cấp trên “{above}”. Hãy xem lại ngày, hoặc thêm mã đơn vị.',
    en: 'Area {feature} (“{name}”): on {on} there is no higher unit “{above}”. Look at the day, or add the code of the unit.',
  },
  ambiguousName: {
    status,
    vi: 'Vùng thứ {feature}: vào ngày {on} có nhiều đơn vị tên “{name}”: {choices}. Hãy thêm mã đơn vị, hoặc tên đơn vị cấp trên, vào tệp.',
    en: 'Area {feature}: on {on} several units are called “{name}”: {choices}. Add the code of the unit, or the name of the unit above, to the file.',
  },
})
