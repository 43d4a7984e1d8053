const faults: readonly (readonly [pattern: RegExp, fault: string])[] = [
  [/[{}[\]]/, 'a slot or a bracket is left'],
  [/ {2}|\n{3}|[ \t]\n|\n[ \t]/, 'blanks that show'],
  [/ [.,;:!?](?!\w)/, 'a blank before a sign'],
  [/\.\.|,,|,\.|;\.|:\.|:;/, 'two signs in a row'],
  [/undefined|null|NaN|\[object|Invalid/, 'a value of the program'],
  [/\(\)|“”/, 'nothing between signs'],
  [/(?<=[.!?] )[a-z](?=[a-z]+ [a-z]+)/, 'a sentence that begins small'],
  [/(^|\n)[a-zß-ÿ](?=\p{Ll}* )/u, 'a paragraph that begins small'],
]

/** What is wrong with a text that a person is to read; nothing when it reads well. */
export function faultsOf(text: string): readonly string[] {
  return faults.flatMap(([pattern, fault]) => (pattern.test(text) ? [`${fault}: “${pattern.exec(text)?.[0] ?? ''}” in ${text}`] : []))
}
