/** `hieuhoc values`: the values of an indicator or measure for one unit, with status, as-of and source. */
import { Command } from 'commander'
import { listIndicatorsOperation, type Point, valuesOperation } from '#modules/indicators'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import type { Machine } from '../engine.ts'
import { print, withFilledMachine } from './with-machine.ts'

interface ValuesOptions {
  readonly indicator: string
  readonly unit: string
  readonly period?: string
  readonly on?: string
  readonly tree?: string
  readonly json?: boolean
}

export const valuesCommand = new Command('values')
  .description(
    'values of an indicator or measure for a unit, a row a figure, the shown one first: [{indicator, unit, period, value, ' +
      'unitOfValue, status, asOf, source, confidence, qualifier, isSample, shown, numerator, denominator, reported, expected, ' +
      'tree, rebased: null | {on, sources, pieces, basis}}]; with --tree, every year on the map of that day: basis whole is exact, ' +
      'people (the decision says where all went), share (of area) and even (nothing known) are estimates',
  )
  .requiredOption('--indicator <code>', 'code of an indicator or measure')
  .requiredOption('--unit <code>', 'code of a unit')
  .option('--period <year>', 'only this year')
  .option('--on <date>', 'a day on which the unit has this code, YYYY-MM-DD (default that of the tree, else today)')
  .option(
    '--tree <date>',
    'then: each year on its own map, as reported (default); or a day whose map every year is read on',
  )
  .option('--json', 'print JSON')
  .action(async (input: ValuesOptions) => {
    const rows = await withFilledMachine((machine) => readValues(machine, input))
    print(input.json ? rows : rows.map((row) => ({ ...row, rebased: row.rebased?.basis ?? null })), input.json)
  })

async function readValues(
  machine: Machine,
  { indicator, unit, period, on, tree: boundaryDay = 'then' }: ValuesOptions,
) {
  const caller = operatorCaller('command')
  const points = await perform(machine, valuesOperation, caller, {
    indicator,
    unit,
    period,
    on,
    boundaries: boundaryDay,
  })
  const { indicators, measures } = await perform(machine, listIndicatorsOperation, caller, {})
  const unitOfValue = [...indicators, ...measures].find(({ code }) => code === indicator)?.unit ?? null
  return points.flatMap((point) =>
    rowsOf(point).map((row) => ({ indicator, unit, unitOfValue, ...row, tree: boundaryDay })),
  )
}

function rowsOf(point: Point) {
  const { rolledUp, recorded, year } = point
  const summed =
    rolledUp && rolledUp.value !== null
      ? [
          {
            period: String(year),
            value: rolledUp.value,
            status: rolledUp.status,
            asOf: rolledUp.asOf,
            source: sumWords(rolledUp),
            confidence: null,
            qualifier: null,
            isSample: rolledUp.isSample,
            shown: point.shown === 'rolled-up',
            numerator: rolledUp.numerator,
            denominator: rolledUp.denominator,
            reported: rolledUp.reported,
            expected: rolledUp.expected,
            rebased: rolledUp.conversion,
          },
        ]
      : []
  const figures = recorded.map((row, index) => ({
    period: row.period ?? String(year),
    value: row.amount,
    status: row.status,
    asOf: row.asOf,
    source: row.source.title,
    confidence: row.confidence,
    qualifier: row.qualifier,
    isSample: row.isSample,
    shown: point.shown === 'published' && index === 0,
    numerator: null,
    denominator: null,
    reported: null,
    expected: null,
    rebased: null,
  }))
  return [...summed, ...figures].sort((a, b) => Number(b.shown) - Number(a.shown))
}

function sumWords({ reported, expected, conversion }: NonNullable<Point['rolledUp']>): string {
  const sum = `sum of ${reported} of ${expected} units`
  if (!conversion) return sum
  const made =
    conversion.pieces > 0 ? `${conversion.pieces} of them in part, by ${conversion.basis}` : 'all of them whole'
  return `${sum}, re-based on the map of ${conversion.on}, ${made}`
}
