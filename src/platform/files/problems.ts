/** A disk that is full, that takes nothing, or a share that is used up: told as itself, for nothing is broken and reading goes on. */
import { type Problem, ProblemError, problemCatalogue } from '#kernel/problem.ts'

export const fileProblems = problemCatalogue('files', {
  diskFull: {
    status: 507,
    vi: 'Ổ đĩa của hệ thống đã đầy nên chưa lưu được. Không có gì bị thay đổi; vẫn xem được mọi trang. Hãy giữ lại nội dung, báo người vận hành hệ thống, rồi gửi lại sau.',
    en: 'The disk of the system is full, so this could not be saved. Nothing was changed, and every page can still be read. Keep what you have, tell the operator, and send it again later.',
  },
  diskNotWritable: {
    status: 507,
    vi: 'Ổ đĩa của hệ thống đang không cho ghi nên chưa lưu được. Không có gì bị thay đổi; vẫn xem được mọi trang. Hãy báo người vận hành hệ thống, rồi gửi lại sau.',
    en: 'The disk of the system takes no changes now, so this could not be saved. Nothing was changed, and every page can still be read. Tell the operator, and send it again later.',
  },
  noRoom: {
    status: 507,
    vi: 'Ổ đĩa của hệ thống gần đầy nên chưa nhận thêm tệp; các việc khác vẫn lưu được. Hãy báo người vận hành hệ thống, rồi gửi lại sau.',
    en: 'The disk of the system is nearly full and takes no more files; everything else is still saved. Tell the operator, and send it again later.',
  },
  storeAway: {
    status: 503,
    vi: 'Kho tệp của hệ thống tạm thời không trả lời nên việc này chưa được thực hiện; dữ liệu đã lưu vẫn còn nguyên. Xin thử lại sau ít giây.',
    en: 'The file store of the system does not answer for the moment, so this was not done; what was saved is safe. Please try again in a few seconds.',
  },
  damaged: {
    status: 502,
    vi: 'Tệp mà kho lưu trữ trả về không khớp với tệp đã lưu, nên không được dùng. Không có gì bị thay đổi. Hãy báo người vận hành hệ thống để khôi phục tệp từ bản sao lưu.',
    en: 'What the file store gave is not the file that was saved, so it is not used. Nothing was changed. Tell the operator, who can restore the file from a backup.',
  },
  tooLarge: {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes, number} MB. Hãy gửi tệp nhỏ hơn.',
    en: 'The file is larger than {megabytes, number} MB. Send a smaller one.',
  },
  unitFull: {
    status: 507,
    vi: 'Tệp của đơn vị đã dùng {used} MB trên {most} MB được phép; tệp này ({size} MB) vượt mức đó. Hãy gửi tệp nhỏ hơn hoặc dùng đường dẫn, hoặc đề nghị người vận hành hệ thống nâng mức.',
    en: 'The files of the unit take {used} MB of the {most} MB they may; this one ({size} MB) would go beyond. Send a smaller file or a link, or ask the operator for more room.',
  },
  allFull: {
    status: 507,
    vi: 'Tệp của toàn hệ thống đã dùng hết {most} MB được phép, nên chưa nhận thêm tệp; các việc khác vẫn lưu được. Hãy báo người vận hành hệ thống.',
    en: 'The files of the whole system take all of the {most} MB they may, so no more are taken; everything else is still saved. Tell the operator.',
  },
})

const full = new Set(['ENOSPC', 'EDQUOT'])
const notWritable = new Set(['EROFS', 'EACCES', 'EPERM'])

/** What an error of the file system means for whoever was saving; undefined for a defect. */
export function storageProblem(error: unknown): ProblemError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const problem: Problem | undefined = full.has(code)
    ? fileProblems.diskFull({}, ['file'])
    : notWritable.has(code)
      ? fileProblems.diskNotWritable({}, ['file'])
      : undefined
  return problem && new ProblemError(problem)
}
