/** Vietnamese of before Unicode: fonts that show other letters than the text says (TCVN3, VNI), told apart and made Unicode. */
import { composed } from '#kernel/text.ts'
import { isSyllable } from './vietnamese-syllables.ts'

/** As people call them. */
export type OldLetters = 'TCVN3 (ABC)' | 'VNI'

export interface OldFont {
  readonly letters: OldLetters
  /** Shows capitals for small letters: `.VnTimeH`. */
  readonly isCapitals: boolean
}

/** The letters that a font is made for; undefined for fonts of today. */
export function oldFont(name: string): OldFont | undefined {
  if (/^\.vn/i.test(name)) return { letters: 'TCVN3 (ABC)', isCapitals: /H$/.test(name) }
  return /^vni[- ]/i.test(name) ? { letters: 'VNI', isCapitals: false } : undefined
}

/** From ¡ to þ; a dash where TCVN3 has no letter. */
const tcvnLetters = 'ĂÂÊÔƠƯĐăâêôơưđ------àảãáạ-ằẳẵắ-------ặầẩẫấậè-ẻẽéẹềểễếệìỉ---ĩíịò-ỏõóọồổỗốộờởỡớợù-ủũúụừửữứựỳỷỹýỵ'
const tcvn = new Map(
  [...tcvnLetters].flatMap((letter, index): [string, string][] =>
    letter === '-' ? [] : [[String.fromCharCode(0xa1 + index), letter]],
  ),
)

/** The sign after a vowel, and the marks it stands for. */
const vniMarks = new Map(
  Object.entries({
    ...{ ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323', â: '\u0302', ê: '\u0306' },
    ...{ à: '\u0302\u0300', á: '\u0302\u0301', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' },
    ...{ è: '\u0306\u0300', é: '\u0306\u0301', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
  }),
)
const vniAlone = new Map(
  Object.entries({
    ô: 'ơ',
    Ô: 'Ơ',
    ö: 'ư',
    Ö: 'Ư',
    ñ: 'đ',
    Ñ: 'Đ',
    æ: 'ỉ',
    Æ: 'Ỉ',
    ó: 'ĩ',
    Ó: 'Ĩ',
    ò: 'ị',
    Ò: 'Ị',
    î: 'ỵ',
    Î: 'Ỵ',
  }),
)
const vniPair = /([aeouyôö])([øùûõïâêàáåãäèéúüë])|[ôöñæóòî]/gi

function fromVni(text: string): string {
  return composed(text).replace(vniPair, (all, vowel: string | undefined, sign: string | undefined) => {
    if (vowel === undefined || sign === undefined) return vniAlone.get(all) ?? all
    const marks = vniMarks.get(sign.toLowerCase()) ?? ''
    const both = composed(`${vniAlone.get(vowel) ?? vowel}${marks}`)
    // Marks that the vowel cannot bear are letters of their own.
    return both.length === 1 ? both : `${vniAlone.get(vowel) ?? vowel}${vniAlone.get(sign) ?? sign}`
  })
}

const inTcvn = /[¡-þ]/
const inTcvnAll = /[¡-þ]/g

/** TCVN3 has hardly a capital with marks: the font shows them, or a small letter stands among capitals. */
function fromTcvn(text: string, isCapitals: boolean): string {
  const isHeading = /[A-Z]/.test(text) && !/[a-z]/.test(text) && /[A-Z]{2}/.test(text)
  return text.replace(/\S+/g, (word) => {
    const small = word.replace(inTcvnAll, (sign) => tcvn.get(sign) ?? sign)
    if (small === word) return isCapitals ? word.toUpperCase() : word
    const letters = word.match(/[A-Za-z]/g)?.join('') ?? ''
    const isAmongCapitals =
      /^[A-Z]{2,}$/.test(letters) || (isHeading && letters.toUpperCase() === letters && isWholeHeading(text))
    return isCapitals || isAmongCapitals ? small.toUpperCase() : small
  })
}

/** Capitals that bear marks, beside one another: "CHøC THùC HIÖN", not the number "KH-UBND" of a line "Sè: 45/KH-UBND". */
function isWholeHeading(text: string): boolean {
  return text.split(/\s+/).some((word) => inTcvn.test(word) && (word.match(/[A-Z]/g)?.length ?? 0) > 1)
}

function convert(text: string, { letters, isCapitals }: OldFont): string {
  return letters === 'VNI' ? fromVni(text) : fromTcvn(text, isCapitals)
}

const fonts: readonly OldFont[] = [
  { letters: 'TCVN3 (ABC)', isCapitals: false },
  { letters: 'VNI', isCapitals: false },
]

interface Score {
  good: number
  bad: number
}

/** Words without the punctuation around them; those of ASCII alone say nothing. */
const words = /[^\s!-/:-@[-`{-~\u2010-\u206f\ufeff]+/g
const beyondAscii = /[\u0080-\uffff]/
/** A line longer than this is told by its beginning. */
const longestSample = 2000

/** How much sense the words make as they are, or read in the letters of a font. */
function scoreOf(text: string, font?: OldFont): Score {
  const score = { good: 0, bad: 0 }
  for (const [word] of composed(text.slice(0, longestSample)).matchAll(words)) {
    if (!beyondAscii.test(word)) continue
    const read = font ? convert(word, font) : word
    if (font && !isWrittenIn(word, font)) score.bad += 1
    else if (isSyllable(read)) score.good += 1
    // Abbreviations ("QĐ") and signs alone ("°") say nothing.
    else if (!/^[A-ZĐƠƯĂÂÊÔ\d]{1,6}$/.test(read) && !/^[^\p{L}]+$/u.test(read)) score.bad += 1
  }
  return score
}

/** Whether these letters know every sign of the word: what was typed in Unicode has others. */
function isWrittenIn(word: string, { letters }: OldFont): boolean {
  if (letters === 'TCVN3 (ABC)') return [...word].every((sign) => sign < '\u0080' || tcvn.has(sign))
  return !beyondAscii.test(word.replace(vniPair, (all) => (fromVni(all).length === 1 ? '' : all)).replace(/[ìí]/gi, ''))
}

const worth = ({ good, bad }: Score) => good - 2 * bad

/**
 * The text in Unicode, where the font says in which letters it is and the words do not say otherwise: a text typed in
 * Unicode keeps the font of the style around it. Undefined where there is nothing to convert.
 */
export function toUnicode(text: string, font: OldFont): string | undefined {
  if (!/[\u00a1-\u00ff]/.test(text))
    return font.isCapitals && text !== text.toUpperCase() ? text.toUpperCase() : undefined
  const converted = convert(text, font)
  return worth(scoreOf(text)) > worth(scoreOf(text, font)) ? undefined : converted
}

/** Letters that old text never has: they lie beyond its code page. */
const beyond = /[ăĂđĐơƠưƯĩĨũŨ\u1ea0-\u1ef9]|\p{M}/u
/** Signs among letters that Unicode text hardly has. */
const odd = /\p{L}[¡-¿×÷]|[¡-©«-¿]\p{L}|[ÆÇËÎÏÑÖØÜÞßæçëîïñöøüþÿÅÄåä]/u

/** `unicode` as it is; `open` where the words fit either, or are too few to say. */
export function lettersOf(text: string): OldLetters | 'unicode' | 'open' {
  if (!/[\u00a1-\u00ff]/.test(text)) return beyond.test(text) ? 'unicode' : 'open'
  if (beyond.test(text) && !odd.test(text)) return 'unicode'
  const asIs = scoreOf(text)
  const best = fonts
    .map((font) => ({ font, score: scoreOf(text, font) }))
    .sort((a, b) => worth(b.score) - worth(a.score))[0]
  if (!best || worth(best.score) < worth(asIs))
    return asIs.good > 1 || worth(asIs) > worth(best?.score ?? asIs) + 1 ? 'unicode' : 'open'
  if (worth(best.score) === worth(asIs)) return 'open'
  return best.score.good > 1 && best.score.bad * 4 <= best.score.good ? best.font.letters : 'open'
}

/** The text made Unicode from these letters. */
export function fromOldLetters(text: string, letters: OldLetters): string {
  return convert(text, { letters, isCapitals: false })
}

/** Whether it can be read in these letters at all: words come of it, and no fewer than it has as it is. */
export function fits(text: string, letters: OldLetters): boolean {
  const read = scoreOf(text, { letters, isCapitals: false })
  return read.good > 0 && worth(read) >= worth(scoreOf(text))
}
