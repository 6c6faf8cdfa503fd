/** In which years, and how, figures of other units were carried onto the map that is shown. */
import { type Indicator, madeText, type Point } from '#modules/indicators'
import type { Reader } from '#ui/reader.ts'
import { stretchesOf } from './boundary-days.rules.ts'
import { texts } from './boundary-days.texts.ts'

/** "2021–2024: cộng từ 10 đơn vị trước đây, 8 đơn vị vào một phần (chia theo diện tích)."; empty where nothing was carried. */
export function carriedOf(reader: Reader, indicator: Indicator, points: readonly Point[]): string {
  const made = points.flatMap((point) => {
    const text = point.shown === 'rolled-up' && point.rolledUp ? madeText(reader, indicator, point.rolledUp) : ''
    return text ? [{ year: point.year, text }] : []
  })
  const stretches = stretchesOf(
    made,
    (row) => row.year,
    (row) => row.text,
  )
  const lines = stretches.map(({ from, to, key }) => {
    const years = from === to ? String(from) : reader.say(texts.years, { from: String(from), to: String(to) })
    return `${years}: ${key}.`
  })
  return lines.join(' ')
}

/** What most of them say: said once above the table, so that a row says only what is its own. Empty where most say nothing. */
export function commonest(texts: readonly string[]): string {
  const counts = [...Map.groupBy(texts, (text) => text)].map(([text, same]) => ({ text, count: same.length }))
  return counts.sort((a, b) => b.count - a.count)[0]?.text ?? ''
}
