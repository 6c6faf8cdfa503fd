/** Vietnamese text folded for search: no tones, no đ, no case, one space. The same fold runs in SQL (`platform.fold`). */

/** `Phường Ba Đình` -> `phuong ba dinh`. Keeps letters, digits and single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Unicode composed form, trimmed, inner white space single: how every typed text is kept. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

const order = new Intl.Collator('vi')

/** Vietnamese dictionary order. */
export function compareText(a: string, b: string): number {
  return order.compare(a, b)
}
