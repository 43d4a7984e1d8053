import { loadPaperAssets } from '../../main/documents/paper-assets'
import { sha256Of } from '../../main/documents/snapshot-proof'
import { renderSamples } from './paper-samples'

/** Run as a process of its own: prints the hashes of all samples, drawn with the fonts of the first argument. */
const assets = await loadPaperAssets(process.argv[2] ?? '')
process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(renderSamples(assets)).map(([name, bytes]) => [name, sha256Of(bytes)]))))
