/** What can be wrong with a typed change; the words for changes and their parts. */
import { catalogue, type Words } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'
import type { ChangeKind } from '#modules/organisation'
import type { Field } from './entries.model.ts'

/** A change as a choice in a form, and in a list. */
export const changeWords: Record<ChangeKind, Words> = {
  open: { vi: 'Thành lập', en: 'Open' },
  close: { vi: 'Kết thúc', en: 'End' },
  rename: { vi: 'Đổi tên', en: 'Rename' },
  retype: { vi: 'Đổi loại', en: 'Change type' },
  move: { vi: 'Chuyển sang đơn vị cấp trên khác', en: 'Move under another unit' },
  merge: { vi: 'Nhập', en: 'Merge' },
  split: { vi: 'Tách', en: 'Split' },
  transfer: { vi: 'Chuyển một phần địa bàn', en: 'Transfer a part' },
  pass: { vi: 'Giao địa bàn', en: 'Pass land' },
  succeed: { vi: 'Tiếp nhận nhiệm vụ', en: 'Take over tasks' },
}

export const changeHints: Record<ChangeKind, Words> = {
  open: {
    vi: 'Một đơn vị mới; địa bàn của nó đến từ các dòng khác.',
    en: 'A new unit; its land comes by other changes.',
  },
  close: {
    vi: 'Một đơn vị không còn nữa; địa bàn của nó phải được giao ở thay đổi khác.',
    en: 'A unit is no more; another change says who takes its land.',
  },
  rename: { vi: 'Chỉ tên thay đổi.', en: 'Only the name changes.' },
  retype: { vi: 'Ví dụ xã thành phường.', en: 'Such as from commune to ward.' },
  move: { vi: 'Ví dụ xã chuyển sang huyện khác.', en: 'Such as a commune going to another district.' },
  merge: { vi: 'Toàn bộ một hay nhiều đơn vị vào một đơn vị.', en: 'One or more whole units into one.' },
  split: { vi: 'Một đơn vị thành nhiều đơn vị.', en: 'One unit into several.' },
  transfer: { vi: 'Cả hai đơn vị đều còn.', en: 'Both units stay.' },
  pass: {
    vi: 'Một dòng của đợt sắp xếp lớn: toàn bộ hay một phần vào một đơn vị.',
    en: 'One line of a large decision: all or a part of a unit goes into another.',
  },
  succeed: {
    vi: 'Một cơ quan nhận nhiệm vụ của cơ quan khác.',
    en: 'An agency takes over the tasks of another.',
  },
}

export const fieldWords: Record<Field, Words> = {
  change: { vi: 'Thay đổi', en: 'Change' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  type: { vi: 'Loại', en: 'Type' },
  kind: { vi: 'Cấp', en: 'Kind' },
  parent: { vi: 'Trực thuộc', en: 'Under' },
  from: { vi: 'Đơn vị cũ', en: 'From' },
  to: { vi: 'Đơn vị nhận', en: 'To' },
  part: { vi: 'Toàn bộ hay một phần', en: 'All or a part' },
  share: { vi: 'Tỷ lệ diện tích', en: 'Share of the area' },
  people: { vi: 'Dân cư', en: 'People' },
  scope: { vi: 'Phần nhiệm vụ', en: 'Which tasks' },
  area_km2: { vi: 'Diện tích (km²)', en: 'Area (km²)' },
  seat: { vi: 'Trụ sở', en: 'Seat' },
  lon: { vi: 'Kinh độ', en: 'Longitude' },
  lat: { vi: 'Vĩ độ', en: 'Latitude' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
}

export const peopleWords = catalogue({
  all: { vi: 'tất cả', en: 'all' },
  part: { vi: 'một phần', en: 'part' },
  none: { vi: 'không có ai', en: 'none' },
})

export const partWords = catalogue({
  full: { vi: 'toàn bộ', en: 'all' },
  partial: { vi: 'một phần', en: 'a part' },
})

export const problems = problemCatalogue('reorganisation', {
  unknownAct: {
    status: 422,
    vi: '“{entry}” không phải là một loại thay đổi. Dùng một trong: {words}.',
    en: '“{entry}” is no kind of change. Use one of: {words}.',
  },
  cellMissing: {
    status: 422,
    vi: 'Còn thiếu {field, select, change {loại thay đổi} code {mã} name {tên} type {loại} kind {cấp} parent {đơn vị cấp trên} from {đơn vị cũ} to {đơn vị nhận} part {toàn bộ hay một phần} other {giá trị này}}.',
    en: 'Missing: {field, select, change {the kind of change} code {the code} name {the name} type {the type} kind {the kind} parent {the unit above} from {the former unit} to {the unit that takes it} part {all or a part} other {this value}}.',
  },
  alreadyOpened: {
    status: 422,
    vi: 'Phương án đã có thay đổi thành lập mã {code}.',
    en: 'The reorganisation already opens the code {code}.',
  },
  noSuchUnit: {
    status: 422,
    vi: 'Ngay trước ngày hiệu lực không có đơn vị nào có mã hoặc tên “{entry}”.',
    en: 'On the day before there is no unit with the code or name “{entry}”.',
  },
  severalUnits: {
    status: 422,
    vi: 'Có {count} đơn vị tên “{entry}”: {units}. Hãy ghi mã.',
    en: '{count} units are called “{entry}”: {units}. Write the code.',
  },
  zerosLost: {
    status: 422,
    vi: 'Mã “{entry}” thiếu số 0 ở đầu (có phải {meant}?). Trong Excel hãy đặt cột mã là kiểu Văn bản rồi ghi lại.',
    en: 'The code “{entry}” has lost its leading zeros ({meant}?). In Excel make the column of codes Text and write it again.',
  },
  badCode: {
    status: 422,
    vi: '“{entry}” không dùng làm mã được: chỉ chữ, số, dấu chấm, gạch, tối đa 20 ký tự.',
    en: '“{entry}” cannot be a code: letters, digits, dots and dashes only, at most 20.',
  },
  codeTwice: {
    status: 422,
    vi: 'Mã {code} được thành lập hai lần (lần đầu ở dòng {line}).',
    en: 'The code {code} is opened twice (first in row {line}).',
  },
  endedTwice: {
    status: 422,
    vi: 'Đơn vị mã {code} kết thúc hai lần (lần đầu ở dòng {line}).',
    en: 'The unit {code} ends twice (first in row {line}).',
  },
  typeUnknown: {
    status: 422,
    vi: 'Không nhận ra loại đơn vị trong tên “{entry}”: hãy ghi loại ({types}).',
    en: 'The name “{entry}” begins with no type of unit that is known: write the type ({types}).',
  },
  kindUnknown: {
    status: 422,
    vi: 'Không rõ “{entry}” thuộc cấp nào: hãy ghi cấp ({kinds}).',
    en: 'It is not known of which kind “{entry}” is: write the kind ({kinds}).',
  },
  parentsDiffer: {
    status: 422,
    vi: 'Các đơn vị cũ trực thuộc những đơn vị khác nhau: hãy ghi đơn vị cấp trên của {code}.',
    en: 'The former units stood under different ones: write what {code} stands under.',
  },
  notNumber: { status: 422, vi: '“{entry}” không phải là số.', en: '“{entry}” is not a number.' },
  numberDoubtful: {
    status: 422,
    vi: '“{entry}” có thể là {thousands} hoặc một số có ba chữ số thập phân. Ghi {thousands}, hoặc thêm một số 0 vào cuối: {entry}0.',
    en: '“{entry}” may be {thousands}, or a number with three decimals. Write {thousands}, or put a zero behind: {entry}0.',
  },
  shareOutside: {
    status: 422,
    vi: 'Tỷ lệ “{entry}” phải từ 0 đến 1 (hoặc 0% đến 100%).',
    en: 'The share “{entry}” has to be from 0 to 1 (or 0% to 100%).',
  },
  partUnknown: {
    status: 422,
    vi: '“{entry}” không rõ nghĩa: ghi “toàn bộ” (full) hoặc “một phần” (partial).',
    en: '“{entry}” is not understood: write full or partial.',
  },
  peopleUnknown: {
    status: 422,
    vi: '“{entry}” không rõ nghĩa: ghi “tất cả” (all), “một phần” (part) hoặc “không” (none).',
    en: '“{entry}” is not understood: write all, part or none.',
  },
  splitNeedsTwo: {
    status: 422,
    vi: 'Đơn vị được tách cần ít nhất hai dòng, mỗi dòng một phần.',
    en: 'A unit that is split needs two rows or more, one for each part.',
  },
  targetTwice: {
    status: 422,
    vi: 'Chỉ ghi một trong hai: đơn vị nhận đang có, hoặc mã và tên của đơn vị mới.',
    en: 'Write either the unit that takes it, or the code and name of a new one.',
  },
})
