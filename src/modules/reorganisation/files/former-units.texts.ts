/** What can be wrong with a table of former units and what they became. */
import { problemCatalogue } from '#kernel/problem.ts'

export const problems = problemCatalogue('reorganisation', {
  codeNamesOther: {
    status: 422,
    vi: 'Mã {code} trước ngày hiệu lực là {name}, không phải “{entry}”.',
    en: 'The code {code} is {name} on the day before, not “{entry}”.',
  },
  namesDisagree: {
    status: 422,
    vi: 'Mã mới {code} ở đây là “{entry}” nhưng ở dòng {line} là “{first}”.',
    en: 'The new code {code} is “{entry}” here, but “{first}” in row {line}.',
  },
  pairTwice: {
    status: 422,
    vi: '{from} → {to} đã có ở dòng {line}.',
    en: '{from} → {to} stands in row {line} already.',
  },
  restMissing: {
    status: 422,
    vi: 'Các phần của {name} cộng lại chỉ {percent}%: hãy ghi phần còn lại đi đâu, hoặc một dòng giữ lại chính nó.',
    en: 'The parts of {name} come to {percent}% only: write where the rest goes, or a row in which it stays itself.',
  },
  onePartOnly: {
    status: 422,
    vi: '{name} chỉ có một phần được chuyển: hãy ghi phần còn lại đi đâu, hoặc một dòng giữ lại chính nó.',
    en: 'Only one part of {name} goes somewhere: write where the rest goes, or a row in which it stays itself.',
  },
})
