/** Periods such as "2021-2025" in titles, held together on one line. */

export const heldHyphen = '\u2011'
const heldSpace = '\u00a0'
const joiner = '\u2060'

/** The text with the years of each period held together; everything else stays. */
export function unbroken(text: string): string {
  return text.replace(/(?<![\d-])\d{4}(?:\s?[-–]\s?\d{4})+(?![\d]|-\d)/g, (period) =>
    period
      .replace(/(?<!\s)–(?!\s)/g, `${joiner}–${joiner}`)
      .replaceAll('-', heldHyphen)
      .replace(/\s/g, heldSpace),
  )
}
