/** The addresses of units. */
import { path } from '#platform/web/path.ts'

export const unitsPath = path('/units')

export const unitPath = path('/units/:code')

export const boundariesPath = path('/boundaries')
export const boundaryImportPath = path('/boundaries/imports/:id')
