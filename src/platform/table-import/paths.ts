/** Addresses of a table import, all below the one that its module gives it. */
import { path } from '#platform/web/path.ts'

export function importPaths(at: string) {
  return {
    /** What came in before, and the way in. */
    list: path(at),
    one: path(`${at}/:id`),
    /** The file with marks. */
    marked: path(`${at}/:id/marked`),
    /** An empty file with the headings. */
    template: path(`${at}/template/:file`),
  }
}
