/** Words of the audit log. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  purpose: { vi: 'Mục đích xem', en: 'Purpose of reading' },
  shown: { vi: 'Hồ sơ đã xem: {count}', en: 'Records seen: {count}' },
  audit: { vi: 'Nhật ký', en: 'Audit log' },
  auditLead: {
    vi: 'Ai đã làm gì, với cái gì, lúc nào, từ đâu. Trong vòng một giây, mỗi dòng được niêm phong: nối với dòng trước bằng mã băm nên không ai sửa lén được.',
    en: 'Who did what, to what, when, from where. Within a second each entry is sealed: chained to the one before by a hash, so nobody changes one quietly.',
  },
  auditEmpty: { vi: 'Không có dòng nào như vậy.', en: 'There are no such entries.' },
  number: { vi: 'Số', en: 'Number' },
  at: { vi: 'Lúc', en: 'At' },
  actor: { vi: 'Ai', en: 'Who' },
  operation: { vi: 'Việc', en: 'What' },
  operationHint: { vi: 'Tên thao tác, ví dụ access.invite', en: 'The name of an operation, such as access.invite' },
  subject: { vi: 'Với', en: 'To' },
  via: { vi: 'Qua', en: 'By way of' },
  entry: { vi: 'Dòng nhật ký {seq}', en: 'Audit entry {seq}' },
  input: { vi: 'Nội dung gửi', en: 'What was sent' },
  old: { vi: 'Trước', en: 'Before' },
  new: { vi: 'Sau', en: 'After' },
  hash: { vi: 'Mã băm', en: 'Hash' },
  previousHash: { vi: 'Mã băm dòng trước', en: 'Hash of the entry before' },
  verify: { vi: 'Kiểm tra chuỗi', en: 'Check the chain' },
  chainWhole: { vi: 'Chuỗi nguyên vẹn: {entries} dòng.', en: 'The chain is whole: {entries} entries.' },
  chainBroken: {
    vi: 'Chuỗi bị đứt ở dòng {seq}: {why}.',
    en: 'The chain is broken at entry {seq}: {why}.',
  },
  chainSealed: { vi: 'Đã niêm phong', en: 'Sealed' },
  chainWaiting: { vi: 'Chờ niêm phong', en: 'Waiting' },
  chainChanged: { vi: 'Bị sửa', en: 'Changed' },
  chainMissing: { vi: 'Bị mất', en: 'Missing' },
  notSealed: { vi: 'chờ niêm phong', en: 'waiting to be sealed' },
})

export const problems = problemCatalogue('access', {
  unknownEntry: { status: 404, vi: 'Không có dòng nhật ký {seq}.', en: 'There is no audit entry {seq}.' },
})
