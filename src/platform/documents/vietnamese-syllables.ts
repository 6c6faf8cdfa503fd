/** Whether letters make a Vietnamese syllable: what tells one old encoding from another, and both from text that is right as it is. */
import { composed, decomposed } from '#kernel/text.ts'

const onset = 'b|ch?|d|đ|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu|r|s|th?|tr?|v|x'
const rime = [
  'a(?:ch?|i|m|ng?|nh|o|p|t|u|y)?',
  'ă(?:c|m|ng?|p|t)',
  'â(?:c|m|ng?|p|t|u|y)',
  'e(?:c|m|ng?|o|p|t)?',
  'ê(?:ch|m|n|nh|p|t|u)?',
  'i(?:a|ch|m|nh?|p|t|u)?',
  'iê(?:c|m|ng?|p|t|u)',
  'o(?:c|i|m|ng?|p|t)?',
  'oa(?:ch?|i|m|ng?|nh|o|p|t|y)?',
  'oă(?:c|m|ng?|t)',
  'oe(?:n|o|t)?',
  'oo(?:c|ng)',
  'ô(?:c|i|m|ng?|p|t)?',
  'ơ(?:i|m|n|p|t)?',
  'u(?:a|c|i|m|ng?|p|t|ơ)?',
  'uâ(?:ng?|t|y)',
  'uê(?:ch|nh)?',
  'uô(?:c|i|m|ng?|t)',
  'uy(?:a|ch|nh?|p|t|u)?',
  'uyê(?:n|t)',
  'ư(?:a|c|i|m|ng?|t|u)?',
  'ươ(?:c|i|m|ng?|p|t|u)',
  'y',
  'yê(?:m|ng?|t|u)',
].join('|')
/** `gi` and `qu` swallow their vowel before another: "giờ", "quê"; "gì" and "giêng" keep it. */
const syllable = new RegExp(`^(?:${onset})?(?:${rime})$`)
/** k, gh and ngh stand before e, ê, i and y only; c, g and ng never do, but for "gì" and its kin. */
const misspelt = /^(?:(?:k|gh|ngh)(?![eêiy])(?!h)|(?:c|ng|g(?!i))(?=[eêiy]))/
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Whether it can be a word of Vietnamese, in composed or decomposed letters, large or small. */
export function isSyllable(word: string): boolean {
  if (word.length > 8) return false
  const parts = decomposed(word.toLowerCase())
  if ((parts.match(tone)?.length ?? 0) > 1) return false
  const bare = composed(parts.replace(tone, ''))
  return syllable.test(bare) && !misspelt.test(bare)
}
