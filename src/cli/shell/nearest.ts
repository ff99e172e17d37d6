/** The known name that a misspelled one was probably meant to be; undefined where none is like it. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const byDistance = known
    .map((candidate) => ({ candidate, distance: distance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance)
  const best = byDistance[0]
  return best && best.distance <= Math.max(2, best.candidate.length / 3) ? best.candidate : undefined
}

/** Levenshtein's distance; a name that is a part of the other, as `url` of `base-url`, is next to it. */
function distance(a: string, b: string): number {
  if (a.length > 2 && (b.includes(a) || a.includes(b))) return 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const above = row
    row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, change))
    }
  }
  return row[b.length]!
}
