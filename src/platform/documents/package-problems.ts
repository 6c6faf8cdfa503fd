/** What no honest Office file is, Word or Excel: too deep, too long, packed too tightly; each limit in its own words. */
import { problemCatalogue } from '#kernel/problem.ts'

export const packageProblem = problemCatalogue('documents', {
  tooManyParts: {
    status: 413,
    vi: 'Bên trong tệp có {count, number} phần; chỉ nhận đến {most, number}. Hãy xóa bớt hình ảnh, đối tượng nhúng, lưu lại, rồi thử lại.',
    en: 'The file has {count, number} parts inside; at most {most, number} are read. Remove pictures and embedded objects, save it, and try again.',
  },
  partTwice: {
    status: 422,
    vi: 'Bên trong tệp có hai phần cùng tên “{part}” nên không biết phần nào đúng. Hãy mở tệp bằng Word hoặc Excel, lưu lại, rồi thử lại.',
    en: 'The file has two parts named “{part}” inside, and nobody can tell which one is right. Open it in Word or Excel, save it, and try again.',
  },
  partsOverlap: {
    status: 422,
    vi: 'Các phần bên trong tệp nằm chồng lên nhau; tệp do Word, Excel lưu không bao giờ như vậy. Hãy mở tệp bằng Word hoặc Excel, lưu lại, rồi thử lại.',
    en: 'Parts inside the file lie on top of each other; no file saved by Word or Excel does. Open it in Word or Excel, save it, and try again.',
  },
  partLocked: {
    status: 415,
    vi: 'Phần “{part}” bên trong tệp có đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại, rồi thử lại.',
    en: 'The part “{part}” inside the file has a password. Open the file, remove the password, save it, and try again.',
  },
  unpackedTooLarge: {
    status: 413,
    vi: 'Tệp giải nén ra quá {megabytes, number} MB. Hãy chia tệp thành nhiều tệp nhỏ hơn, hoặc xóa các dòng, định dạng không dùng, rồi thử lại.',
    en: 'The file unpacks to more than {megabytes, number} MB. Split it, or delete rows and formats that are not used, and try again.',
  },
  partTooLarge: {
    status: 413,
    vi: 'Phần “{part}” bên trong tệp giải nén ra quá {megabytes, number} MB; phần này của tệp bình thường nhỏ hơn nhiều. Hãy chép nội dung sang một tệp mới, lưu lại, rồi thử lại.',
    en: 'The part “{part}” inside the file unpacks to more than {megabytes, number} MB; in an ordinary file it is far smaller. Copy the content into a new file, save it, and try again.',
  },
  packedTooTightly: {
    status: 422,
    vi: 'Phần “{part}” bên trong tệp nén chặt quá {most, number} lần: gần như chỉ lặp lại một chữ. Tệp bình thường không như vậy; hãy chép nội dung sang một tệp mới, lưu lại, rồi thử lại.',
    en: 'The part “{part}” inside the file is packed more than {most, number} times: nearly all of it repeats. No ordinary file does; copy the content into a new file, save it, and try again.',
  },
  tooDeep: {
    status: 422,
    vi: 'Nội dung tệp lồng nhau quá {most, number} tầng (bảng trong bảng, khung trong khung). Hãy bỏ bớt các tầng lồng nhau, lưu lại, rồi thử lại.',
    en: 'The content of the file is nested more than {most, number} levels deep (tables within tables, boxes within boxes). Remove some levels, save it, and try again.',
  },
  tooManyElements: {
    status: 413,
    vi: 'Tệp có quá {most, number} phần tử (ô, đoạn, định dạng). Hãy chia nhỏ tệp hoặc xóa định dạng, dòng trống không dùng, rồi thử lại.',
    en: 'The file has more than {most, number} elements (cells, paragraphs, formats). Split it, or delete formats and empty rows that are not used, and try again.',
  },
  tooManyEntities: {
    status: 422,
    vi: 'Tệp viết quá {most, number} chữ dưới dạng mã thay thế (như &lt;). Hãy mở tệp bằng Word hoặc Excel, lưu lại, rồi thử lại.',
    en: 'The file writes more than {most, number} signs as entities (such as &lt;). Open it in Word or Excel, save it, and try again.',
  },
  tooManyAttributes: {
    status: 422,
    vi: 'Một phần tử trong tệp có quá {most, number} thuộc tính; tệp do Word, Excel lưu không bao giờ như vậy. Hãy mở tệp bằng Word hoặc Excel, lưu lại, rồi thử lại.',
    en: 'One element of the file has more than {most, number} attributes; no file saved by Word or Excel does. Open it in Word or Excel, save it, and try again.',
  },
  nameTooLong: {
    status: 422,
    vi: 'Tệp có tên phần tử hoặc thuộc tính dài quá {most, number} chữ; tệp do Word, Excel lưu không bao giờ như vậy. Hãy mở tệp bằng Word hoặc Excel, lưu lại, rồi thử lại.',
    en: 'An element or attribute of the file has a name of more than {most, number} signs; no file saved by Word or Excel does. Open it in Word or Excel, save it, and try again.',
  },
  textTooLong: {
    status: 413,
    vi: 'Tệp có một đoạn chữ hoặc một thuộc tính dài liền quá {most, number} ký tự. Hãy chia đoạn đó thành nhiều đoạn hoặc nhiều ô, lưu lại, rồi thử lại.',
    en: 'The file has one run of text, or one attribute, of more than {most, number} characters. Split it into several paragraphs or cells, save it, and try again.',
  },
  hasDoctype: {
    status: 422,
    vi: 'Tệp tự khai báo kiểu văn bản (DOCTYPE), điều không được phép trong tệp Word, Excel. Hãy mở tệp bằng Word hoặc Excel, lưu lại, rồi thử lại.',
    en: 'The file declares a document type (DOCTYPE), which Word and Excel files must not. Open it in Word or Excel, save it, and try again.',
  },
  unknownEncoding: {
    status: 422,
    vi: 'Nội dung tệp dùng bảng mã “{encoding}”; tệp Word, Excel chỉ dùng UTF-8 hoặc UTF-16. Hãy mở tệp bằng Word hoặc Excel, lưu lại, rồi thử lại.',
    en: 'The content of the file is in the encoding “{encoding}”; Word and Excel files use UTF-8 or UTF-16 only. Open it in Word or Excel, save it, and try again.',
  },
})
