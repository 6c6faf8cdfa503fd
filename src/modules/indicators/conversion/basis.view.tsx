/** How a number was carried onto another map, in one phrase: from how many units, whole or in part, and by what. */
import type { Reader } from '#ui/reader.ts'
import type { Indicator, RolledUp } from '../indicators.model.ts'
import { texts } from './basis.texts.ts'
import type { Basis } from './boundary-day.model.ts'

type Converted = Pick<RolledUp, 'year' | 'conversion' | 'reported' | 'expected'>

/**
 * "cộng từ 4 đơn vị trước đây", "cộng từ 10 đơn vị trước đây, 8 đơn vị vào một phần (chia theo diện tích)"; begins small, to
 * stand within a sentence. Empty where the unit gave its own figures.
 */
export function madeText(reader: Reader, { kind }: Pick<Indicator, 'kind'>, made: Converted): string {
  const { conversion, year, reported, expected } = made
  if (!conversion) return ''
  const { say } = reader
  const isLevel = kind === 'level' || kind === 'yes-no'
  const units = say(conversion.on < `${year}-12-31` ? texts.later : texts.earlier, { count: conversion.sources })
  const whole = say(isLevel ? texts.lowest : texts.whole, { units })
  const basis = isLevel ? '' : basisText(reader, conversion.basis)
  const parts = { made: whole, count: conversion.pieces }
  const known =
    conversion.pieces === 0 ? whole : basis ? say(texts.inPartBy, { ...parts, basis }) : say(texts.inPart, parts)
  return reported < expected ? say(texts.missing, { made: known, count: expected - reported }) : known
}

/** "chia theo diện tích": by what a part was measured; empty for whole units. */
export function basisText(reader: Reader, basis: Basis): string {
  return basis === 'whole' ? '' : reader.say(texts[basis])
}
