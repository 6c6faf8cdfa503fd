/** Text as files for people can hold it. */

/** Control signs but tab and line break, and the two code points that XML forbids. */
const unwritable = /[^\t\n\P{Cc}]|[\uFFFE\uFFFF]/gu

/** Without signs that XML cannot hold, and composed (NFC) as fonts expect. */
export function printable(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(unwritable, '')
}
