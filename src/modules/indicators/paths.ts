/** The addresses of indicators, measures and values. */
import { path } from '#platform/web/path.ts'

export const indicatorsPath = path('/indicators')

export const indicatorPath = path('/indicators/:code')

/** A measure summed over the places of a year. */
export const measurePath = path('/measures/:code')

/** One recorded value with its history. */
export const valuePath = path('/values/:unit/:id')
