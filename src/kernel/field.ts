/** Fields of work, in which roles are held: who keeps a survey does not thereby send the report. */
import { literal, type Say, type Words } from '#kernel/language.ts'

/** A field of work, as a module declares it under its own name. */
export interface Field {
  readonly code: string
  readonly words: Words
}

/** What a role for every field is held for; there is no module of this name. */
export const allFields = 'all'

const allFieldsWords: Words = { vi: 'Tất cả lĩnh vực', en: 'All fields' }

/**
 * The field of an operation `module.verb`: its module's. Of a module that declares none only those decide who hold a role for all fields.
 */
export function fieldOf(operationName: string, fields: readonly Field[]): string {
  const module = operationName.split('.')[0] ?? ''
  return fields.some(({ code }) => code === module) ? module : allFields
}

/** The fields of a list of codes that include `all`, or those themselves; undefined: every field, also those that are no more. */
export function fieldsHeld(codes: readonly string[]): readonly string[] | undefined {
  return codes.includes(allFields) ? undefined : codes
}

/** `Báo cáo tổng hợp`; a field that no module declares any more is called by its code. */
export function fieldWords(code: string, fields: readonly Field[]): Words {
  if (code === allFields) return allFieldsWords
  const field = fields.find((each) => each.code === code)
  return field?.words ?? { vi: literal(code), en: literal(code) }
}

/** A role in its field, where a sentence names the role: `Người nhập (Báo cáo tổng hợp)`; alone where it is for all fields. */
export function inField(say: Say, name: Words, code: string, fields: readonly Field[]): string {
  return code === allFields ? say(name) : `${say(name)} (${say(fieldWords(code, fields))})`
}
