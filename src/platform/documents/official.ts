/** The door to official documents: one model, written as Word and as HTML. */
export { renderHtml } from './official/html.tsx'
export type * from './official/model.ts'
export { renderWord } from './official/word.ts'
