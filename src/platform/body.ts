/** How much a call or a form may bring, by what it is for; a body that is longer is refused before it is read. */

export type Body = 'short' | 'long' | 'file'

/** In kilobytes. A Vietnamese letter takes up to nine bytes in a form's encoding. */
export const bodyKilobytes: Readonly<Record<Body, number>> = {
  short: 64,
  /** Long texts, or the cells of a whole form. */
  long: 2048,
  file: 12 * 1024,
}
