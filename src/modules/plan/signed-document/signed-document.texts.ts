/** Words of the signed document of the plan, and what can be wrong with one. */
import { catalogue } from '#kernel/language.ts'
import { problemCatalogue } from '#kernel/problem.ts'

export const texts = catalogue({
  attachLead: {
    vi: 'Hệ thống tìm lời văn của từng mục theo số phần, số mục, chữ cái và gạch đầu dòng. Lời văn mới thay lời văn cũ; tệp được giữ nguyên.',
    en: 'The words of each clause are found by the numbers of parts and sections, letters and dashes. New words take the place of old ones; the file is kept as it is.',
  },
  file: { vi: 'Tệp văn bản', en: 'File' },
  fileHint: {
    vi: 'Tệp Word (.docx) hoặc văn bản thuần (.txt), đến 8 MB',
    en: 'A Word file (.docx) or plain text (.txt), up to 8 MB',
  },
  convertsLetters: { vi: 'Chuyển phông chữ cũ sang Unicode', en: 'Convert old fonts to Unicode' },
  convertsLettersHint: {
    vi: 'Đánh dấu khi tệp dùng TCVN3 (ABC), VNI hoặc Windows-1258. Mỗi dòng đã chuyển được ghi lại để xem kỹ.',
    en: 'Tick this when the file is in TCVN3 (ABC), VNI or Windows-1258. Every line converted is noted, to be looked at.',
  },
  send: { vi: 'Gắn văn bản', en: 'Attach' },
  attached: {
    vi: 'Đã gắn: {matched}/{clauses} mục có lời văn.',
    en: 'Attached: {matched} of {clauses} clauses have their words.',
  },
  fileNotesLead: {
    vi: 'Trong tệp còn có những điều sau không nằm trong lời văn đã đọc. Hãy đối chiếu với bản giấy.',
    en: 'The file also holds the following, which is not among the words that were read. Compare it with the paper.',
  },
  moreNotes: { vi: 'và {count, number} điều nữa', en: 'and {count, number} more' },
  attachedFile: { vi: 'Đang dùng', en: 'In use' },
  clausesWithout: { vi: 'Mục chưa có lời văn', en: 'Clauses without words' },
  onlyApprovers: {
    vi: 'Người duyệt của thành phố gắn văn bản ở đây.',
    en: 'Approvers of the city attach the document here.',
  },
})

export const problems = problemCatalogue('plan', {
  documentTooLarge: {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB. Văn bản của kế hoạch chỉ có chữ, không kèm ảnh quét.',
    en: 'The file is larger than {megabytes} MB. The text of the plan holds words only, no scanned pictures.',
  },
  notThePlan: {
    status: 422,
    vi: 'Không thấy Kế hoạch {symbol} trong tệp: các phần I, II, III… không khớp. Chưa có gì thay đổi.',
    en: 'Plan {symbol} was not found in the file: parts I, II, III … do not match. Nothing was changed.',
  },
})
