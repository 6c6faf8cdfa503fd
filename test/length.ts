/** How long tests go on that try things by chance. */

/** Whether `npm run attack` asks for the long form. */
const isLong = process.env.LONG_TESTS === '1'

/** How many things are tried: `short` by `npm test`, `long` by `npm run attack`. Seeds are the same, so the long form begins as the short one. */
export function tries(short: number, long: number): number {
  return isLong ? long : short
}
