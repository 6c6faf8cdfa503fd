/** What can be wrong with a text or Word file that somebody brings in, in words that help the person who brought it. */
import { problemCatalogue } from '#kernel/problem.ts'

export const wordProblem = problemCatalogue('documents', {
  notWord: {
    status: 415,
    vi: 'Tệp này không phải là tệp Word (.docx) hay văn bản thuần (.txt). Hãy mở tệp bằng Word hoặc LibreOffice, chọn “Lưu thành” và chọn loại .docx, rồi thử lại.',
    en: 'This is neither a Word file (.docx) nor plain text (.txt). Open it in Word or LibreOffice, use “Save as” with the type .docx, and try again.',
  },
  oldWord: {
    status: 415,
    vi: 'Tệp này là Word kiểu cũ (.doc). Hãy mở bằng Word hoặc LibreOffice, lưu thành .docx, rồi thử lại.',
    en: 'This is an old Word file (.doc). Open it in Word or LibreOffice, save it as .docx, and try again.',
  },
  lockedWord: {
    status: 415,
    vi: 'Tệp này có đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại, rồi thử lại.',
    en: 'This file has a password. Open it, remove the password, save it, and try again.',
  },
  wordTooLarge: {
    status: 413,
    vi: 'Tệp quá lớn: chỉ nhận tệp đến {megabytes, number} MB và {paragraphs, number} đoạn. Văn bản của kế hoạch chỉ cần chữ, không cần ảnh quét.',
    en: 'The file is too large: at most {megabytes, number} MB and {paragraphs, number} paragraphs are read. The text of a plan holds words only, no scanned pictures.',
  },
  brokenWord: {
    status: 422,
    vi: 'Tệp Word bị hỏng nên không đọc được. Hãy mở tệp bằng Word, lưu lại, rồi thử lại.',
    en: 'The Word file is damaged and cannot be read. Open it in Word, save it, and try again.',
  },
  oldEncoding: {
    status: 422,
    vi: 'Chữ trong tệp dùng bảng mã cũ ({encoding}), không phải Unicode. Hãy đổi sang Unicode (bằng Unikey: Công cụ, Chuyển mã), lưu lại, rồi thử lại.',
    en: 'The letters of the file are in an old encoding ({encoding}), not Unicode. Convert them to Unicode (Unikey: Tools, Convert), save, and try again.',
  },
})
