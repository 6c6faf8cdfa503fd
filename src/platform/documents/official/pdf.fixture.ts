/** Reads a PDF as a stranger does, for the tests of this folder. */
import { getDocumentProxy } from 'unpdf'

/** Its pages with their text, their tags and their measures. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(bytes.slice())
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      return { text, tree: JSON.stringify(await page.getStructTree()), view: page.view }
    }),
  )
  return { pdf, pages }
}
