/** What a person judges is what they saw: a step taken on a version that is no more is refused, and told what has changed since. */
import type { Difference } from '#kernel/difference.ts'
import { languages, literal, say, type Words } from '#kernel/language.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { problems } from '#platform/problems.ts'

/** More than anybody reads; how many others there are is said. */
const mostTold = 100

/** The refusal of a judgement: `platform.changedSince`, then a `platform.difference` for each thing that changed. */
export function changedSince(differences: readonly Difference[]): ProblemError {
  const faults = differences.slice(0, mostTold).map(differenceProblem)
  const more = differences.length - faults.length
  return new ProblemError(
    problems.changedSince({ count: differences.length }),
    ...faults,
    ...(more > 0 ? [problems.moreDifferences({ count: more })] : []),
  )
}

function differenceProblem({ what, before, now, by, path }: Difference): Problem {
  const raised = kindOf(before, now)({}, path)
  const textIn = (language: 'vi' | 'en') => {
    const difference = say(language, raised.words, {
      what: what[language],
      before: shown(before, language, wasEmpty),
      now: shown(now, language, isEmpty),
    })
    return literal(by === undefined ? difference : `${difference} ${say(language, doneBy, { by })}`)
  }
  const [vi, en] = languages.map(textIn)
  return { ...raised, params: undefined, words: { vi: vi ?? '', en: en ?? '' } }
}

function kindOf(before: Words | undefined, now: Words | undefined) {
  if (before === undefined) return now === undefined ? problems.otherNow : problems.added
  return now === undefined ? problems.removed : problems.difference
}

const longest = 300
const wasEmpty: Words = { vi: 'còn trống', en: 'empty' }
const isEmpty: Words = { vi: 'để trống', en: 'left empty' }
const doneBy: Words = { vi: 'Người thực hiện: {by}.', en: 'Done by {by}.' }

function shown(words: Words | undefined, language: 'vi' | 'en', nothing: Words): string {
  const text = words?.[language].trim() ?? ''
  if (text === '') return nothing[language]
  const letters = [...text]
  const quoted = letters.length > longest ? `“${letters.slice(0, longest).join('').trimEnd()}…”` : `“${text}”`
  return language === 'vi' ? `là ${quoted}` : quoted
}

/** Whether a problem is the refusal of a judgement, or says what changed. */
export function isChangedSince({ code }: Pick<Problem, 'code'>): boolean {
  return code === 'platform.changedSince'
}
