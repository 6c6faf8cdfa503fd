/** The addresses of the public pages. */
import { path } from '#platform/web/path.ts'
import { shellPaths } from '#ui/shell-paths.ts'

export const homePath = path(shellPaths.home)
export const progressPath = path('/progress')
export const searchPath = path(shellPaths.search)
export const methodPath = path('/method')
export const stylePath = path('/style')
export const comparePath = path('/compare')
export const dataPath = path('/data')
export const dictionaryPath = path('/data/dictionary')
/** The page of the API, which the app makes from its list of operations. */
export const apiPath = path('/api')

export const dataFiles = {
  valuesCsv: path('/data/values.csv'),
  valuesJson: path('/data/values.json'),
  unitsCsv: path('/data/units.csv'),
  unitsJson: path('/data/units.json'),
  progress: path('/data/progress.json'),
  dictionary: path('/data/dictionary.json'),
}

/** The years of a unit, for programs. */
export const seriesApi = path('/api/v1/indicators/series')
