/** Whether two words are equal but for one letter left out, put in, taken for another, or swapped with its neighbour. */
export function withinOneEdit(left: string, right: string): boolean {
  const one = Array.from(left)
  const other = Array.from(right)
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1
  const rest = (word: readonly string[], from: number): string => word.slice(from).join('')
  if (rest(one, start + 1) === rest(other, start)) return true
  if (rest(one, start) === rest(other, start + 1)) return true
  if (rest(one, start + 1) === rest(other, start + 1)) return true
  return one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, start + 2) === rest(other, start + 2)
}

/** The word and every form of it that lacks one letter: words within one edit of each other share one. */
export function formsOf(word: string): readonly string[] {
  const letters = Array.from(word)
  return [...new Set([word, ...letters.map((_, place) => [...letters.slice(0, place), ...letters.slice(place + 1)].join(''))])]
}
