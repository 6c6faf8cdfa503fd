/** The door to official documents as PDF, apart from the other one: it blocks while Typst runs, so only what runs on threads comes through it. */
export { renderPdf } from './official/pdf.ts'
