/** The door to official documents as PDF, apart from the other one: it loads Typst, so only what runs on threads comes through it. */
export { renderPdf } from './official/pdf.ts'
