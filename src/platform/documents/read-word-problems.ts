/** What can be wrong with a text or Word file that somebody brings in, in words that help the person who brought it. */
import { problemCatalogue } from '#kernel/problem.ts'

/** A file of another kind: what it is, then what to do. */
function other(vi: string, en: string, how: keyof typeof ways = 'save') {
  const way = ways[how]
  return {
    status: 415,
    vi: `Tệp này là ${vi}, không phải tệp Word (.docx), dù tên tệp có thể ghi khác. ${way.vi}`,
    en: `This is ${en}, not a Word file (.docx), whatever its name says. ${way.en}`,
  }
}

const ways = {
  save: {
    vi: 'Hãy mở tệp bằng Word hoặc LibreOffice, chọn “Lưu thành” và chọn loại .docx, rồi thử lại.',
    en: 'Open it in Word or LibreOffice, use “Save as” with the type .docx, and try again.',
  },
  export: {
    vi: 'Hãy mở tệp bằng chương trình đã tạo ra nó, xuất thành Word (.docx), rồi thử lại.',
    en: 'Open it in the program that made it, export it as Word (.docx), and try again.',
  },
  copy: {
    vi: 'Hãy chép nội dung sang một văn bản Word, lưu thành .docx, rồi thử lại.',
    en: 'Copy the content into a Word document, save it as .docx, and try again.',
  },
  unpack: {
    vi: 'Hãy giải nén, rồi tải lên riêng tệp Word (.docx) của kế hoạch.',
    en: 'Unpack it, and upload the Word file (.docx) of the plan alone.',
  },
  type: {
    vi: 'Chữ trong ảnh không đọc được: hãy tìm bản Word (.docx) của văn bản, hoặc gõ lại thành Word.',
    en: 'Words in a picture cannot be read: find the Word file (.docx) of the document, or type it in Word.',
  },
  pdf: {
    vi: 'Hãy tìm bản Word (.docx) của văn bản; hoặc mở PDF bằng Word, kiểm tra lại chữ, lưu thành .docx, rồi thử lại.',
    en: 'Find the Word file (.docx) of the document; or open the PDF in Word, check its words, save it as .docx, and try again.',
  },
} as const

export const wordProblem = problemCatalogue('documents', {
  notWord: {
    status: 415,
    vi: 'Tệp này không phải là tệp Word (.docx) hay văn bản thuần (.txt). Hãy mở tệp bằng Word hoặc LibreOffice, chọn “Lưu thành” và chọn loại .docx, rồi thử lại.',
    en: 'This is neither a Word file (.docx) nor plain text (.txt). Open it in Word or LibreOffice, use “Save as” with the type .docx, and try again.',
  },
  isPdf: other('PDF', 'a PDF', 'pdf'),
  isPicture: other('ảnh', 'a picture', 'type'),
  isRtf: other('văn bản RTF', 'an RTF text'),
  isHtml: other('trang web (HTML)', 'a web page (HTML)'),
  isMht: other('trang web lưu trọn gói (MHT) hoặc thư điện tử', 'a web page saved whole (MHT) or a mail'),
  isOpenDocument: other(
    'văn bản OpenDocument (như .odt của LibreOffice)',
    'an OpenDocument file (such as .odt of LibreOffice)',
  ),
  isWordXml: other('văn bản Word dạng XML', 'a Word document as XML'),
  isXml: other('dữ liệu XML', 'XML data', 'copy'),
  isPages: other('tài liệu của Apple (như .pages)', 'a document of Apple (such as .pages)', 'export'),
  isExcel: other('bảng tính Excel', 'an Excel workbook', 'copy'),
  isPowerPoint: other('bài trình chiếu PowerPoint', 'a PowerPoint presentation', 'copy'),
  isMail: other('thư điện tử của Outlook', 'a mail of Outlook', 'copy'),
  isArchive: other('tệp nén', 'an archive', 'unpack'),
  oldWord: {
    status: 415,
    vi: 'Tệp này là Word kiểu cũ (.doc), dù tên tệp có thể ghi khác. Hãy mở bằng Word hoặc LibreOffice, lưu thành .docx, rồi thử lại.',
    en: 'This is an old Word file (.doc), whatever its name says. Open it in Word or LibreOffice, save it as .docx, and try again.',
  },
  oldOffice: {
    status: 415,
    vi: 'Tệp này do một chương trình văn phòng đời cũ lưu (như .wps của Works hay WPS). Hãy mở bằng chương trình đó, lưu thành .docx, rồi thử lại.',
    en: 'This was saved by an office program of old (such as .wps of Works or WPS). Open it there, save it as .docx, and try again.',
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
    vi: '{count, number} dòng trong tệp dùng phông chữ hoặc bảng mã cũ ({encoding}), không phải Unicode; dòng đầu tiên là dòng {line, number}: “{text}”. Đánh dấu “Chuyển phông chữ cũ sang Unicode” rồi tải lên lại, hoặc tự đổi sang Unicode (bằng Unikey: Công cụ, Chuyển mã).',
    en: '{count, plural, one {# line} other {# lines}} of the file {count, plural, one {is} other {are}} in an old font or encoding ({encoding}), not Unicode; the first is line {line, number}: “{text}”. Tick “Convert old fonts to Unicode” and upload it again, or convert it yourself (Unikey: Tools, Convert).',
  },
  unknownLetters: {
    status: 422,
    vi: 'Tệp văn bản không phải UTF-8 và không nhận ra được bảng mã (từ dòng {line, number}). Hãy mở tệp, lưu lại với bảng mã UTF-8 hoặc thành .docx, rồi thử lại.',
    en: 'The text is not UTF-8, and its encoding is not recognised (from line {line, number}). Save it as UTF-8 or as .docx, and try again.',
  },
  onlyPictures: {
    status: 422,
    vi: 'Tệp Word này chỉ có ảnh (như bản quét), không có chữ để đọc. Hãy tìm bản có chữ của văn bản, hoặc gõ lại, rồi thử lại.',
    en: 'This Word file holds pictures only (as scanned pages do), no words to read. Find the document in words, or type it, and try again.',
  },
  onlyEmbedded: {
    status: 422,
    vi: 'Nội dung của tệp Word này nằm trong một tệp khác được nhúng vào (như trang web, bảng tính), không đọc được. Hãy mở bằng Word, chọn tất cả, chép sang một văn bản mới, lưu thành .docx, rồi thử lại.',
    en: 'The content of this Word file is in another file embedded in it (a web page, a workbook), which is not read. Open it in Word, select all, copy it into a new document, save it as .docx, and try again.',
  },
})
