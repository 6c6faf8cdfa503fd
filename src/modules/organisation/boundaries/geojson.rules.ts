/** A GeoJSON text read into areas, with everything that is wrong with it said by the number of the area. */
import type { Problem } from '#kernel/problem.ts'
import type { Shape } from './boundaries.model.ts'
import { problems as boundaryProblems } from './boundaries.texts.ts'
import { problems } from './geojson.texts.ts'
import { kindOf, type Room, readGeometry, wholeRoom } from './geometries.rules.ts'
import { type Fields, isFields, wrongReference } from './reference-systems.rules.ts'

/** An area of the file. */
export interface Area {
  /** From 1. */
  readonly number: number
  readonly properties: Readonly<Record<string, unknown>>
  readonly shape: Shape
}

/** Something about the file, or about one of its areas. */
export type AreaProblem = Problem & { readonly feature?: number }

export interface ReadAreas {
  readonly areas: readonly Area[]
  /** How many the file has, also those that could not be read. */
  readonly count: number
  /** What keeps the file from being used. */
  readonly problems: readonly AreaProblem[]
  /** What was passed over. */
  readonly passedOver: readonly AreaProblem[]
}

/** All of Vietnam's communes many times over. */
const mostAreas = 50_000

export function readAreas(text: string): ReadAreas {
  const file = parsed(text.replace(/^\uFEFF/, ''))
  const features = 'problem' in file ? file.problem : featuresOf(file.value)
  if ('words' in features) return { areas: [], count: 0, problems: [features], passedOver: [] }
  const read = new Reading()
  for (const [index, feature] of features.entries()) read.take(feature, index + 1)
  return read.end(features.length)
}

/** What of a reader's finds is alike for all areas of a file is said once: a file in metres is so from end to end. */
const alike = new Set(
  [boundaryProblems.projected, boundaryProblems.swapped, boundaryProblems.outside].map((raise) => raise().code),
)

class Reading {
  readonly #room: Room = wholeRoom()
  readonly #areas: Area[] = []
  readonly #problems: AreaProblem[] = []
  readonly #passedOver: AreaProblem[] = []
  readonly #shapeless: AreaProblem[] = []
  readonly #firsts = new Map<string, { at: number; others: number }>()

  take(feature: unknown, number: number): void {
    const text = String(number)
    const isFeature = isFields(feature) && feature.type === 'Feature'
    const wrong = isFeature ? wrongReference(feature) : problems.badFeature({ feature: text })
    if (wrong || !isFeature) return void (wrong && this.#wrong(wrong, number))
    const geometry = readGeometry(feature.geometry, text, this.#room)
    if (!geometry)
      this.#shapeless.push({ ...problems.noShape({ feature: text, said: saidOf(feature) }), feature: number })
    else if ('words' in geometry) this.#wrong(geometry, number)
    else {
      if (geometry.leftOut > 0) {
        this.#passedOver.push({ ...problems.otherShapes({ feature: text, count: geometry.leftOut }), feature: number })
      }
      this.#areas.push({ number, properties: propertiesOf(feature), shape: geometry.shape })
    }
  }

  /** Areas without a shape are passed over, as long as others have one. */
  end(count: number): ReadAreas {
    const isAlone = this.#areas.length === 0
    return {
      areas: this.#areas,
      count,
      problems: [...this.#problems, ...(isAlone ? this.#shapeless : [])],
      passedOver: [...this.#passedOver, ...(isAlone ? [] : this.#shapeless)],
    }
  }

  #wrong(problem: Problem, number: number): void {
    const first = this.#firsts.get(problem.code)
    if (first && alike.has(problem.code)) {
      first.others += 1
      const areaProblem = this.#problems[first.at]
      if (areaProblem)
        this.#problems[first.at] = { ...areaProblem, params: { ...areaProblem.params, others: first.others } }
      return
    }
    this.#firsts.set(problem.code, { at: this.#problems.length, others: 0 })
    this.#problems.push({ ...problem, feature: number })
  }
}

/** What an area without a shape says of itself, for a person to know it by. */
function saidOf({ properties }: Fields): string {
  const values = Object.values(isFields(properties) ? properties : {}).slice(0, 3)
  const text = values.filter((value) => typeof value === 'string' || typeof value === 'number').join(', ')
  return text ? ` (${text.slice(0, 80)})` : ''
}

function propertiesOf({ id, properties }: Fields): Fields {
  const own = isFields(properties) ? properties : {}
  return id === undefined ? own : { id, ...own }
}

function parsed(text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const features = lineByLine(text)
    if (features) return { value: features }
    return { problem: notJson(text, error instanceof Error ? error.message : '') }
  }
}

/** RFC 8142 puts one before each feature. */
const separator = '\u001e'

/** A feature a line, as some programs write long lists. */
function lineByLine(text: string): unknown[] | undefined {
  const lines = text.split('\n', mostAreas + 2).map((line) => line.replace(separator, '').trim())
  const written = lines.filter((line) => line !== '')
  if (written.length < 2 || !written[0]?.endsWith('}')) return undefined
  try {
    const features = written.map((line): unknown => JSON.parse(line))
    return features.every((each) => isFields(each) && each.type === 'Feature') ? features : undefined
  } catch {
    return undefined
  }
}

function notJson(text: string, reason: string): Problem {
  const at = Number(/at position (\d+)/.exec(reason)?.[1] ?? 0)
  const isCut = /end of JSON|Unterminated string/i.test(reason) || (at > 0 && at >= text.trimEnd().length)
  const isNumber = /token '?[NI]|after minus sign/.test(reason) && /[[,:\s]-?(NaN|Infinity)\b/.test(text)
  const why = isCut ? 'cut' : isNumber ? 'number' : 'other'
  return problems.boundariesNotJson({ why, reason: reason.replace(/\s+/g, ' ').slice(0, 200) })
}

const shapeKinds = new Set(['Polygon', 'MultiPolygon', 'GeometryCollection'])

/** The features of a collection, of a list, of one feature alone, or of one shape alone. */
function featuresOf(file: unknown): unknown[] | Problem {
  const wrong = isFields(file) ? wrongReference(file) : undefined
  if (wrong) return wrong
  const features = listOf(file)
  if (!features) return problems.boundariesNotGeoJson({ found: formatOf(file) })
  if (features.length === 0) return boundaryProblems.boundariesEmpty()
  if (features.length > mostAreas) return problems.boundariesTooMany({ count: features.length, most: mostAreas })
  return features
}

function listOf(file: unknown): unknown[] | undefined {
  if (Array.isArray(file)) return file.some((each) => isFields(each) && each.type === 'Feature') ? file : undefined
  if (!isFields(file)) return undefined
  if (file.type === 'Feature') return [file]
  if (typeof file.type === 'string' && shapeKinds.has(file.type)) return [{ type: 'Feature', geometry: file }]
  return file.type === 'FeatureCollection' && Array.isArray(file.features) ? file.features : undefined
}

function formatOf(file: unknown): string {
  if (!isFields(file)) return kindOf(file)
  if (file.type === 'Topology') return 'TopoJSON'
  return typeof file.geometryType === 'string' && file.geometryType.startsWith('esri') ? 'Esri JSON' : kindOf(file)
}
