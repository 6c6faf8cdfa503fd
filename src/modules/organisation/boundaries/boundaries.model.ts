/** Boundaries of places: their shapes, how finely they are drawn, and what an import found in a file. */
import { z } from 'zod'
import { Code } from '#kernel/schema.ts'
import { DateText, UnitKind } from '../units.model.ts'

/** Degrees of WGS84. */
export const Position = z.tuple([z.number(), z.number()])
export type Position = readonly [lon: number, lat: number]
/** Closed: the last position is the first. Outer rings run clockwise, holes the other way, as d3-geo wants them. */
export type Ring = readonly Position[]
/** An outer ring and its holes. */
export type Polygon = readonly Ring[]
/** The coordinates of a GeoJSON MultiPolygon. */
export const Shape = z.array(z.array(z.array(Position)))
export type Shape = readonly Polygon[]

/** `far` for a country or a thumbnail, `middle` for a map of a city, `near` for one commune among its neighbours. */
export const levels = ['far', 'middle', 'near'] as const
export const Level = z.enum(levels)
export type Level = z.infer<typeof Level>

/** What an import says of the file: errors stop it, warnings are kept with it, notes tell what was put right. */
export const Finding = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  /** The number of the feature in the file, from 1; null when it is about the whole file. */
  feature: z.number().nullable(),
  /** The code of the unit that the feature is of. */
  unit: z.string().nullable(),
  code: z.string(),
  words: z.object({ vi: z.string(), en: z.string() }),
})
export type Finding = z.infer<typeof Finding>

const Text = z.string().trim().max(300)

export const ImportInput = z.object({
  /** What a file that was checked before is called; one that is sent has its name with it. */
  fileName: z.string().trim().min(1).max(200).optional(),
  /** A day on which these boundaries hold. */
  on: DateText,
  /** Who made the boundaries, and what they allow. */
  source: Text.min(1),
  licence: Text.optional(),
  /** The properties that hold code and name; found by their names unless told. */
  codeProperty: Text.optional(),
  nameProperty: Text.optional(),
  /** The code of the one unit that all areas of the file are of, where the file does not say. */
  unit: Text.optional(),
  /** Areas that were put to units by name have been looked at: without it a file that needs this is only checked. */
  namesConfirmed: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).default(false),
  /** Only checks; nothing of the boundaries is kept. */
  dryRun: z.boolean().default(false),
})

const KindName = z.object({ vi: z.string(), en: z.string() })

/** An area put to a unit by its name: a person looks at each before it is used. */
export const NameMatch = z.object({
  feature: z.number(),
  /** As the file writes it, and the unit above that it names. */
  name: z.string(),
  above: z.string().nullable(),
  code: z.string(),
  unit: z.string(),
  /** The unit above it on that day. */
  unitAbove: z.string().nullable(),
  /** The file writes it without tones. */
  isToneless: z.boolean(),
})
export type NameMatch = z.infer<typeof NameMatch>

/** What was found in a file, and what was done with it. */
export const ImportReport = z.object({
  /** Whether it can be imported: no errors. */
  ok: z.boolean(),
  imported: z.boolean(),
  /** The name under which the file is kept; null where it is not, having errors. */
  file: z.string().nullable(),
  features: z.number(),
  /** What was put to units by name, to be confirmed. */
  matches: z.array(NameMatch),
  /** Matches beyond those listed. */
  moreMatches: z.number(),
  /** Boundaries by kind of unit, beside how many units of the kind there were on the day. */
  kinds: z.array(z.object({ kind: z.string(), kindName: KindName, boundaries: z.number(), units: z.number() })),
  /** Boundaries of units that had one on that day before. */
  replaced: z.number(),
  codeProperty: z.string().nullable(),
  nameProperty: z.string().nullable(),
  findings: z.array(Finding),
  /** Findings beyond those listed. */
  moreFindings: z.number(),
})
export type ImportReport = z.infer<typeof ImportReport>

/** One import, with how much of it is still in use. */
export const BoundaryImport = z.object({
  id: z.uuid(),
  on: z.string(),
  fileName: z.string(),
  file: z.string(),
  source: z.string(),
  licence: z.string().nullable(),
  features: z.number(),
  kinds: z.array(
    z.object({
      kind: z.string(),
      kindName: KindName,
      /** Boundaries of this import that are in use, and the days on which all of them hold. */
      boundaries: z.number(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      areaKm2: z.number(),
      /** Units of the kind on the day, and how many of them have a boundary, of this import or another. */
      covered: z.number(),
      units: z.number(),
    }),
  ),
  findings: z.array(Finding),
  by: z.uuid().nullable(),
  at: z.date(),
})
export type BoundaryImport = z.infer<typeof BoundaryImport>

/** An import in a list: how many findings it has, not which. */
export const ListedImport = BoundaryImport.omit({ findings: true }).extend({ warnings: z.number() })
export type ListedImport = z.infer<typeof ListedImport>

export const ShapesInput = z.object({
  on: DateText.optional(),
  kind: UnitKind.optional(),
  /** Only these units. */
  codes: z.union([Code, z.array(Code).max(20_000)]).optional(),
  /** Only this unit and those of its kind around it. */
  near: Code.optional(),
  level: Level.default('middle'),
})

/** The shape of a unit on a day. */
export const UnitShape = z.object({
  code: z.string(),
  name: z.string(),
  /** Without its type. */
  shortName: z.string(),
  kind: z.string(),
  coordinates: Shape,
})
export type UnitShape = z.infer<typeof UnitShape>

export const Shapes = z.object({
  shapes: z.array(UnitShape),
  /** Where the shapes come from. */
  sources: z.array(z.object({ source: z.string(), licence: z.string().nullable() })),
})
export type Shapes = z.infer<typeof Shapes>

/** A place on the day of an import, with the days around it on which its land stayed the same. */
export interface Place {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly kindName: z.infer<typeof KindName>
  readonly name: string
  readonly fullName: string
  readonly areaKm2: number | null
  readonly areaIsEstimate: boolean
  /** The units above on that day, the nearest first. */
  readonly above?: readonly { readonly code: string; readonly name: string; readonly fullName: string }[]
  /** A position in it that is on record. */
  readonly point?: Position | null
  readonly from: string
  readonly to: string
}
