/** The footnotes and endnotes of a Word document that hold figures: they are no text of the plan, but a person must know of them. */
import { walkXml, type XmlSource } from './read-xml.ts'

const longest = 200

/** Texts by their number, those with a figure only, cut to what a person needs to find them. */
export async function readNotes(xml: XmlSource): Promise<Map<string, string>> {
  const notes = new Map<string, string>()
  let id = ''
  let text = ''
  let isText = false
  await walkXml(xml, {
    open(name, attributes) {
      if (name === 'footnote' || name === 'endnote') [id, text] = [attributes.get('id') ?? '', '']
      else if (name === 't') isText = true
    },
    text(piece) {
      if (isText && text.length < longest) text += piece
    },
    close(name) {
      if (name === 't') isText = false
      else if ((name === 'footnote' || name === 'endnote') && /\d/.test(text))
        notes.set(id, text.trim().slice(0, longest))
    },
  })
  return notes
}
