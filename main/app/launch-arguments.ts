import { parseInstant, type Instant } from '@shared/model/instant'

/** What the program was started with; unknown switches are the runtime's own and pass by. */
export interface LaunchArguments {
  /** The data folder, or `undefined` for the user's own. */
  readonly dataFolder: string | undefined
  /** A clock that stands still: for the tour and for tests, never in a packaged program. */
  readonly now: Instant | undefined
  /** Switches whose value could not be read, to be said at once. */
  readonly malformed: readonly string[]
}

/** Reads `--data DIR` and `--now INSTANT` (also with `=`), wherever they stand among the runtime's own switches. */
export function readLaunchArguments(argv: readonly string[], packaged: boolean): LaunchArguments {
  const dataFolder = valueOf(argv, '--data')
  const nowText = packaged ? undefined : valueOf(argv, '--now')
  const now = nowText === undefined ? undefined : parseInstant(nowText)
  const malformed = [
    ...(dataFolder === '' ? ['--data'] : []),
    ...(nowText !== undefined && now === undefined ? ['--now'] : []),
  ]
  return { dataFolder: dataFolder === '' ? undefined : dataFolder, now, malformed }
}

function valueOf(argv: readonly string[], name: string): string | undefined {
  for (const [index, word] of argv.entries()) {
    if (word.startsWith(`${name}=`)) return word.slice(name.length + 1)
    if (word === name) return argv[index + 1] ?? ''
  }
  return undefined
}
