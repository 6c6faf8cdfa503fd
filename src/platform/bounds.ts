/** What is too large or no text at all is found before anything is parsed: a walk along the schema, in time linear in what was sent. */
import { z } from 'zod'
import type { Problem } from '#kernel/problem.ts'
import { textFault } from '#kernel/text.ts'
import { mostProblems, problems } from '#platform/problems.ts'

/** The part of JSON Schema that our inputs are described by. */
interface Shape {
  readonly type?: string | readonly string[]
  readonly maxLength?: number
  readonly maxItems?: number
  readonly maxProperties?: number
  readonly pattern?: string
  readonly format?: string
  readonly contentEncoding?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly propertyNames?: Shape
  readonly additionalProperties?: Shape | boolean
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
}

type Place = readonly (string | number)[]

/** Numbers, dates, names of a list: whatever is longer is none. */
const shortText = 300
/** A letter in decomposed form takes up to three signs; what is left after composing is measured by the schema itself. */
const signsPerLetter = 3
const mostFields = 1000
const largestInteger = 2 ** 31 - 1
/** ISO 8601 has a year zero, the calendar and the database have none. */
const noYear = '0000'
/** Of a name that somebody else chose, enough to know it by. */
const mostOfName = 60

const shapes = new WeakMap<z.ZodType, Shape>()

function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema)
  if (known) return known
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  shapes.set(schema, made)
  return made
}

/** The first problems of an input that is larger than its schema allows, or holds texts that are none; empty when it may be parsed. */
export function outOfBounds(schema: z.ZodType, input: unknown): Problem[] {
  const problems: Problem[] = []
  check(shapeOf(schema), input, [], problems)
  return problems
}

function check(shape: Shape, value: unknown, place: Place, problems: Problem[]): void {
  if (problems.length >= mostProblems) return
  const options = shape.anyOf ?? shape.oneOf
  if (options) checkOptions(options, value, place, problems)
  else if (typeof value === 'string') checkText(shape, value, place, problems)
  else if (typeof value === 'number') checkNumber(shape, value, place, problems)
  else if (Array.isArray(value)) checkList(shape, value, place, problems)
  else if (typeof value === 'object' && value !== null) checkFields(shape, value, place, problems)
}

/** Fits when one of the options for such a value fits; else the problems of the first. Without such an option the schema tells. */
function checkOptions(options: readonly Shape[], value: unknown, place: Place, problems: Problem[]): void {
  let first: Problem[] | undefined
  for (const option of options.filter((each) => isFor(each, value))) {
    const problemsOfOption: Problem[] = []
    check(option, value, place, problemsOfOption)
    if (problemsOfOption.length === 0) return
    first ??= problemsOfOption
  }
  problems.push(...(first ?? []))
}

function isFor({ type, anyOf, oneOf }: Shape, value: unknown): boolean {
  const kind = Array.isArray(value) ? 'array' : typeof value
  return type === undefined || (anyOf ?? oneOf) !== undefined || [type].flat().includes(kind)
}

function checkText(shape: Shape, text: string, place: Place, faults: Problem[]): void {
  const maximum = shape.maxLength ?? shortText
  if (shape.contentEncoding === 'base64') checkFile(maximum, text, place, faults)
  else if (text.length > maximum * signsPerLetter) faults.push(problems.tooLong({ maximum }, place))
  else if (textFault(text)) faults.push(problems.notText({}, place))
  else if (shape.format === 'date' && text.startsWith(noYear)) faults.push(problems.invalid({}, place))
  // Addresses hold numbers as texts.
  else if (shape.type === 'integer') checkNumber(shape, Number(text), place, faults)
}

/** A whole number is a count, a year or a version: what the database keeps in four bytes. */
function checkNumber(shape: Shape, value: number, place: Place, faults: Problem[]): void {
  if (shape.type !== 'integer') return
  if (value > largestInteger) faults.push(problems.tooBig({ maximum: largestInteger }, place))
  if (value < -largestInteger) faults.push(problems.tooSmall({ minimum: -largestInteger }, place))
}

/** Four signs of base64 hold three bytes. */
function checkFile(mostSigns: number, content: string, place: Place, faults: Problem[]): void {
  const megabytes = Math.floor((mostSigns * 3) / 4 / 1_048_576)
  if (content.length > mostSigns) faults.push(problems.tooLarge({ megabytes, kilobytes: megabytes * 1024 }, place))
}

function checkList(shape: Shape, list: readonly unknown[], place: Place, faults: Problem[]): void {
  const maximum = shape.maxItems ?? 0
  // Whatever is no list here is told so by the schema, without looking into it.
  if (!shape.items) return
  if (list.length > maximum) return void faults.push(problems.tooMany({ maximum, found: list.length }, place))
  for (const [index, item] of list.entries()) check(shape.items, item, [...place, index], faults)
}

function checkFields(shape: Shape, value: object, place: Place, faults: Problem[]): void {
  const names = Object.keys(value)
  const maximum = shape.maxProperties ?? mostFields
  if (names.length > maximum) return void faults.push(problems.tooMany({ maximum, found: names.length }, place))
  for (const [name, field] of Object.entries(shape.properties ?? {})) {
    if (Object.hasOwn(value, name)) check(field, (value as Record<string, unknown>)[name], [...place, name], faults)
  }
  if (typeof shape.additionalProperties !== 'object') return
  for (const name of names) {
    const at = [...place, name.slice(0, mostOfName)]
    check(shape.propertyNames ?? {}, name, at, faults)
    check(shape.additionalProperties, (value as Record<string, unknown>)[name], at, faults)
  }
}

/** The places of a schema where an input has no bound: `cells[].note: text`. A test walks every operation with it. */
export function unboundedPlaces(schema: z.ZodType, name: string): string[] {
  return [...unbounded(shapeOf(schema), name)]
}

function* unbounded(shape: Shape, place: string): Generator<string> {
  if (shape.enum || shape.const !== undefined) return
  for (const option of shape.anyOf ?? shape.oneOf ?? []) yield* unbounded(option, place)
  if (shape.anyOf ?? shape.oneOf) return
  const types = [shape.type].flat()
  if (types.includes(undefined)) yield `${place}: anything`
  if (types.includes('string') && !isBoundedText(shape)) yield `${place}: text`
  if (types.includes('array')) {
    if (shape.maxItems === undefined) yield `${place}: list`
    yield* unbounded(shape.items ?? {}, `${place}[]`)
  }
  if (types.includes('object')) yield* unboundedFields(shape, place)
}

function* unboundedFields(shape: Shape, place: string): Generator<string> {
  for (const [name, field] of Object.entries(shape.properties ?? {})) yield* unbounded(field, `${place}.${name}`)
  if (typeof shape.additionalProperties !== 'object') return
  const isNamed = shape.propertyNames?.enum !== undefined
  if (shape.maxProperties === undefined && !isNamed) yield `${place}: fields`
  if (!isNamed) yield* unbounded(shape.propertyNames ?? {}, `${place} names`)
  yield* unbounded(shape.additionalProperties, `${place}.*`)
}

const fixedFormats = new Set(['uuid', 'date'])

/** By a greatest length, a format of fixed length, or a whole pattern that nothing in it lets grow. */
function isBoundedText({ maxLength, format = '', pattern = '' }: Shape): boolean {
  return maxLength !== undefined || fixedFormats.has(format) || /^\^[^*+]+\$$/.test(pattern.replaceAll(/\\[*+]/g, ''))
}
