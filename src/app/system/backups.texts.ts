/** What is said of backups and restore drills: on the page, in letters, as problems. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const backupTexts = catalogue({
  backups: { vi: 'Sao lưu', en: 'Backups' },
  backupsLead: {
    vi: 'Bản sao lưu tự động hằng ngày, và lần phục hồi thử gần nhất (./hieuhoc backup check).',
    en: 'The daily backup, and the last restore drill (./hieuhoc backup check).',
  },
  schedule: { vi: 'Lịch', en: 'Schedule' },
  noSchedule: {
    vi: 'Chưa tự sao lưu: đặt BACKUP_FOLDER (xem hướng dẫn vận hành)',
    en: 'Nothing is backed up by itself: set BACKUP_FOLDER (see the operator’s guide)',
  },
  scheduleLine: {
    vi: 'Mỗi ngày lúc {hour} giờ; giữ {daily} ngày, {weekly} tuần, {monthly} tháng; {encryption}; {files}',
    en: 'Every day at {hour}:00; {daily} days, {weekly} weeks, {monthly} months stay; {encryption}; {files}',
  },
  encrypted: { vi: 'có mã hóa', en: 'encrypted' },
  notEncrypted: { vi: 'không mã hóa', en: 'not encrypted' },
  withFiles: { vi: 'gồm cả tệp', en: 'with files' },
  withoutFiles: { vi: 'không gồm tệp', en: 'without files' },
  lastGood: { vi: 'Bản tốt gần nhất', en: 'Last good backup' },
  goodLine: {
    vi: '{file}, {at} ({hours, plural, other {# giờ trước}}), {megabytes} MB',
    en: '{file}, {at} ({hours, plural, one {# hour ago} other {# hours ago}}), {megabytes} MB',
  },
  never: { vi: 'Chưa có', en: 'None yet' },
  late: { vi: 'Đã quá hạn', en: 'Late' },
  onTime: { vi: 'Đúng hạn', en: 'On time' },
  lastFailed: { vi: 'Lần hỏng gần nhất', en: 'Last failure' },
  failedLine: { vi: '{at}: {reason}', en: '{at}: {reason}' },
  lastDrill: { vi: 'Lần phục hồi thử gần nhất', en: 'Last restore drill' },
  drillLine: {
    vi: '{file}, {at}: phục hồi được {rows} dòng của {tables} bảng, {files} tệp; {entries} mục nhật ký nguyên vẹn',
    en: '{file}, {at}: {rows} rows of {tables} tables and {files} files came back; {entries} entries of the log are whole',
  },
  drillOld: { vi: 'Đã lâu chưa phục hồi thử', en: 'No drill for a quarter of a year' },
  drillGood: { vi: 'Phục hồi được', en: 'Restored' },
  failed: { vi: 'Hỏng', en: 'Failed' },
  good: { vi: 'Tốt', en: 'Good' },
  lostFiles: {
    vi: '{count, plural, other {# tệp}} không có trong bản sao lưu, vì đã mất hoặc hỏng trong kho tệp',
    en: '{count, plural, one {# file is} other {# files are}} not in it, being gone or damaged in the file store',
  },
  all: { vi: 'Tất cả các lần', en: 'All runs' },
  runs: { vi: 'Các lần sao lưu và phục hồi thử', en: 'Backups and restore drills' },
  noRuns: { vi: 'Chưa sao lưu hay phục hồi thử lần nào.', en: 'No backup and no drill yet.' },
  noRunsHint: {
    vi: 'Bản sao lưu làm bằng lệnh ./hieuhoc backup không ghi ở đây.',
    en: 'What ./hieuhoc backup writes is not listed here.',
  },
  startedAt: { vi: 'Bắt đầu', en: 'Began' },
  kind: { vi: 'Việc', en: 'What' },
  scheduled: { vi: 'Sao lưu', en: 'Backup' },
  check: { vi: 'Phục hồi thử', en: 'Restore drill' },
  file: { vi: 'Tệp', en: 'File' },
  size: { vi: 'Cỡ (MB)', en: 'Size (MB)' },
  seconds: { vi: 'Giây', en: 'Seconds' },
  rows: { vi: 'Dòng', en: 'Rows' },
  files: { vi: 'Số tệp kèm', en: 'Files in it' },
  result: { vi: 'Kết quả', en: 'Result' },
  letterSubject: { vi: 'Sao lưu Hiếu Học không thành công', en: 'A backup of Hiếu Học failed' },
  letterBody: {
    vi: 'Kính gửi {name},\n\nLần sao lưu tự động lúc {at} không thành công: {reason}\nBản tốt gần nhất: {last}.\n\nHệ thống thử lại mỗi giờ. Xem {address}\n',
    en: 'Dear {name},\n\nThe scheduled backup of {at} failed: {reason}\nThe last good one: {last}.\n\nIt is tried again every hour. See {address}\n',
  },
})

export const backupProblems = problemCatalogue('system', {
  backupFolderMissing: {
    status: 500,
    vi: 'Không có thư mục sao lưu (BACKUP_FOLDER), hoặc ổ đĩa chứa thư mục đó chưa được gắn vào máy.',
    en: 'The backup folder (BACKUP_FOLDER) is not there, or its disk is not mounted.',
  },
  backupFailed: {
    status: 500,
    vi: 'Lỗi ngoài dự kiến: {reason}. Xem nhật ký của chương trình.',
    en: 'An unexpected error: {reason}. See the log of the program.',
  },
  auditBroken: {
    status: 500,
    vi: 'Chuỗi nhật ký trong bản sao lưu không nguyên vẹn, từ mục {seq} ({why}).',
    en: 'The chain of the audit log in the backup is broken at entry {seq} ({why}).',
  },
})
