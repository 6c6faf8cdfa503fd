/** Numbers as plans write them, and what they amount to: 1.200,5 is twelve hundred and a half; what could be two numbers is none. */

/** A number with its separators, as a part of a pattern. */
export const writtenNumber = String.raw`\d{1,3}(?:[.,]\d{3}){2,6}(?:[.,]\d{1,2})?|\d{1,3} \d{3}(?: \d{3}){0,3}(?!\d)|\d{1,9}(?:[.,]\d{1,3})?(?:,\d{1,3})?`

/** Vietnamese writes 1.200,5; some write 99.5. Null where the separators could mean two numbers: `1,500`, `1 500`. */
export function amountOf(digits: string | undefined, isPercent = false): number | null {
  if (!digits) return null
  const isGrouped = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,3})?$/.test(digits)
  // "99.500%" is no thousand, and hardly a fraction of three digits either.
  if (isGrouped) return isPercent && !digits.includes(',') ? null : decimal(digits.replaceAll('.', ''))
  return /^\d+(?:[.,]\d{1,2})?$|^0,\d{3}$/.test(digits) ? decimal(digits) : null
}

function decimal(digits: string): number {
  return Number(digits.replace(',', '.'))
}

/** A range rises; otherwise only a person can tell what the two numbers are. */
export function rangeOf(value: number | null, valueTo: number | null, second: string | undefined) {
  const isRange = second === undefined || (value !== null && valueTo !== null && valueTo > value)
  return isRange ? { value, valueTo } : { value: null, valueTo: null }
}

const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({ ty: 1e9, trieu: 1e6, van: 1e4, nghin: 1e3, ngan: 1e3 }),
)

/** What "tỷ", "triệu", "vạn", "nghìn" multiply by; 1 for any other word. */
export function scaleOf(word: string | undefined): number {
  return scales.get(word ?? '') ?? 1
}

/** The amount of digits before "tỷ", "triệu", "vạn", "nghìn". */
export function scaledAmount(digits: string | undefined, scale: string | undefined): number | null {
  const amount = amountOf(digits)
  return amount === null ? null : amount * scaleOf(scale)
}
