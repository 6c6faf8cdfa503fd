/** Text as files for people can hold it. */
import { composed } from '#kernel/text.ts'

/** Control signs but tab and line break, and the two code points that XML forbids. */
const unwritable = /[^\t\n\P{Cc}]|[\uFFFE\uFFFF]/gu

/** Without signs that XML cannot hold, and composed (NFC) as fonts expect. */
export function printable(text: string): string {
  return composed(text.toWellFormed()).replace(unwritable, '')
}
