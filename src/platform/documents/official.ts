/** The door to official documents: one model, written as Word and as HTML. */
export { type HrefOf, renderHtml } from './official/html.tsx'
export { officialCss, officialFormsCss } from './official/html-style.ts'
export type * from './official/model.ts'
export { renderWord } from './official/word.ts'
