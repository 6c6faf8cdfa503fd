/** Acts in words: their units by name, and the whole as a sentence. */
import { formatPercent, type Language, say } from '#kernel/language.ts'
import type { Act } from '#modules/organisation'
import { peopleWords } from '../entries/entries.texts.ts'
import type { ActLine } from './act-sentences.model.ts'
import { texts } from './act-sentences.texts.ts'

export interface Names {
  readonly before: (code: string) => string | null
  readonly after: (code: string) => string | null
}
type Target = Extract<Act, { act: 'merge' }>['into']
type Piece = { readonly share: number | null; readonly people: 'all' | 'part' | 'none' | null }

/** An act as a list shows it. */
export function lineOf(act: Act, place: number, names: Names): ActLine {
  const nothing = { units: [], takers: [], value: null, parent: null, part: null, scope: null }
  const before = (code: string) => ({ code, name: names.before(code) })
  const after = (code: string) => ({ code, name: names.after(code) })
  const taker = (target: Target, piece: Piece) => {
    const code = typeof target === 'string' ? target : target.code
    return { ...after(code), isNew: typeof target !== 'string', share: piece.share, people: piece.people }
  }
  const line = { ...nothing, place, act: act.act }
  switch (act.act) {
    case 'open':
      return { ...line, takers: [taker(act.unit, unknown)], parent: after(act.unit.parent) }
    case 'close':
      return { ...line, units: [before(act.code)] }
    case 'rename':
      return { ...line, units: [before(act.code)], value: act.name }
    case 'retype':
      return { ...line, units: [before(act.code)], value: act.type }
    case 'move':
      return { ...line, units: [before(act.code)], parent: after(act.parent) }
    case 'merge':
      return { ...line, units: act.from.map(before), takers: [taker(act.into, unknown)] }
    case 'split':
      return { ...line, units: [before(act.from)], takers: act.into.map((part) => taker(part.unit, part)) }
    case 'transfer':
      return { ...line, units: [before(act.from)], takers: [taker(act.to, act)] }
    case 'pass':
      return { ...line, units: [before(act.from)], takers: [taker(act.to, act)], part: act.part }
    case 'succeed': {
      const scope = act.scope ? (act.scope.vi ?? act.scope.code) : null
      return { ...line, units: [before(act.from)], takers: [taker(act.to, unknown)], scope }
    }
  }
}

const unknown: Piece = { share: null, people: null }

const lines = {
  open: texts.openLine,
  close: texts.closeLine,
  rename: texts.renameLine,
  retype: texts.retypeLine,
  move: texts.moveLine,
  merge: texts.mergeLine,
  split: texts.splitLine,
  transfer: texts.transferLine,
  pass: texts.passLine,
  succeed: texts.succeedLine,
}

/** An act as a sentence. */
export function actText(language: Language, row: ActLine): string {
  return say(language, lines[row.act], {
    from: row.units.map(named).join(', '),
    to: row.takers.map((taker) => takerText(language, taker, row.act !== 'open')).join('; '),
    parent: row.parent ? named(row.parent) : '',
    value: row.value ?? '',
    part: row.part ?? 'partial',
    scope: row.scope ?? 'all',
  })
}

function named({ code, name }: { code: string; name: string | null }): string {
  return name ? `${name} (${code})` : code
}

function takerText(language: Language, taker: ActLine['takers'][number], isMarked: boolean): string {
  const { isNew, share, people } = taker
  const told = [
    isNew && isMarked && say(language, texts.isNew),
    share !== null && share < 1 && say(language, texts.ofArea, { share: formatPercent(language, share, 1) }),
    people !== null && say(language, texts.ofPeople, { people: say(language, peopleWords[people]) }),
  ].filter(Boolean)
  return told.length > 0 ? `${named(taker)}, ${told.join(', ')}` : named(taker)
}
