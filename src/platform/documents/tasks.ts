/** What is heavy about files and knows no domain: reading uploads. Runs on threads, called through `heavy.ts`. */
export { readDocument } from './read-document.ts'
export { readWorkbook } from './read-workbook.ts'
