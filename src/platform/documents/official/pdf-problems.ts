/** What a PDF cannot be made of. */
import { problemCatalogue } from '#kernel/problem.ts'

export const problems = problemCatalogue('pdf', {
  tooManyCells: {
    status: 422,
    vi: 'Văn bản này có {count} ô trong các bảng, nhiều hơn mức {limit} ô của một tệp PDF. Hãy tải bản Word, hoặc lập văn bản cho ít đơn vị hơn.',
    en: 'The tables of this document have {count} cells, more than the {limit} of a PDF. Download the Word file, or write the document for fewer units.',
  },
})
