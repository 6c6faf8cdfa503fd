/** What a PDF cannot be made of. */
import { problemCatalogue } from '#kernel/problem.ts'

export const problems = problemCatalogue('pdf', {
  tooSlow: {
    status: 422,
    vi: 'Việc lập tệp PDF đã bị dừng vì kéo dài quá {seconds} giây. Hãy tải bản Word, hoặc thử lại khi máy chủ ít việc hơn.',
    en: 'Writing the PDF was stopped because it took more than {seconds} seconds. Download the Word file, or try again when the server is less busy.',
  },
  tooManyCells: {
    status: 422,
    vi: 'Văn bản này có {count} ô trong các bảng, nhiều hơn mức {limit} ô của một tệp PDF. Hãy tải bản Word, hoặc lập văn bản cho ít đơn vị hơn.',
    en: 'The tables of this document have {count} cells, more than the {limit} of a PDF. Download the Word file, or write the document for fewer units.',
  },
})
