/** Finds the figures that a page shows as data, and where each leads: for the test that no number stands without its explanation. */

export interface ShownFigure {
  /** The table (by its id), list or document it stands in. */
  readonly place: string
  /** The row it stands in, as it is read. */
  readonly row: string
  readonly text: string
  /** Where the figure itself, or else its row, leads. */
  readonly leadsTo: readonly string[]
}

/** Numbers in the cells of tables, in lists of key figures, and in official documents. Only HTML that our own renderer wrote. */
export function figuresOf(html: string): ShownFigure[] {
  const page = html.replace(/<svg[\s\S]*?<\/svg>/g, '').replace(/<(header|footer) class="shell[\s\S]*?<\/\1>/g, '')
  return [...tablesOf(page).flatMap(figuresOfTable), ...keyFiguresOf(page)]
}

interface TableSource {
  readonly place: string
  readonly html: string
}

function tablesOf(page: string): TableSource[] {
  const tables = [...page.matchAll(/<table[\s\S]*?<\/table>/g)]
  return tables.map((table) => {
    const named = /aria-labelledby="([\w-]+)-caption"/.exec(table[0])?.[1]
    return { place: named ?? 'document', html: table[0] }
  })
}

/** In our tables numbers are aligned to the end; in official documents to the right, or centred where they are counts of counts. */
const numberCell = /<td[^>]*class="(?:[^"]*\bend\b[^"]*|official-right|official-center)"[^>]*>([\s\S]*?)<\/td>/g

function figuresOfTable({ place, html }: TableSource): ShownFigure[] {
  return [...html.matchAll(/<tr[\s\S]*?<\/tr>/g)].flatMap(([row]) =>
    [...row.matchAll(numberCell)].flatMap(([, cell = '']) => {
      const text = readable(cell)
      return isFigure(text) ? [{ place, row: readable(row), text, leadsTo: linksIn(cell, row) }] : []
    }),
  )
}

function keyFiguresOf(page: string): ShownFigure[] {
  return [...page.matchAll(/<dl class="key-figures">([\s\S]*?)<\/dl>/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<div>([\s\S]*?)<\/div>/g)].map(([, item = '']) => {
      return { place: 'key-figures', row: readable(item), text: readable(item), leadsTo: hrefsIn(item) }
    }),
  )
}

/** A year alone is no figure, and a goal (with its sign) is what the plan says, not what was found. */
function isFigure(text: string): boolean {
  return /\d/.test(text) && !/^(19|20)\d\d$/.test(text) && !/^[≥>]/.test(text)
}

function linksIn(cell: string, row: string): string[] {
  const own = hrefsIn(cell)
  return own.length > 0 ? own : hrefsIn(row)
}

export function hrefsIn(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}

function readable(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
