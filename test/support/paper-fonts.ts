import { join } from 'node:path'

/** Where the paper's fonts lie in the repository. */
export const fontsDirectory = join(import.meta.dirname, '..', '..', 'resources', 'fonts')
