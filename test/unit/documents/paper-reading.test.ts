import { beforeAll, describe, expect, it } from 'vitest'
import { loadPaperAssets, type PaperAssets } from '../../../main/documents/paper-assets'
import { renderCertificate } from '../../../main/documents/render'
import { certificateOf, named, physicianFacts } from '../../support/paper-facts'
import { fontsDirectory } from '../../support/paper-fonts'
import { askTool, installed } from '../../support/paper-raster'
import { paperTextOf, readPaper } from '../../support/paper-reader'
import { renderSamples } from '../../support/paper-samples'

let assets: PaperAssets
beforeAll(async () => {
  assets = await loadPaperAssets(fontsDirectory)
})

const names = [
  "Győző O'Neill",
  'Nguyễn Thị Ánh Nguyệt',
  'Ελένη Παπαδοπούλου',
  'Екатерина Вознесенская',
  '李小龍',
  '田中美咲',
  '佐藤 さくら',
  '欧阳娜 (Ouyang Na)',
  'Ŧoga Ĭan',
  'Małgorzata Żółć-Łęcka',
  'Ṣàngó J̌ón',
  'Li',
]

describe('a name on paper', { timeout: 30_000 }, () => {
  it.each(names)('%s reads back exactly', (name) => {
    const runs = readPaper(renderCertificate(certificateOf(named(name)), null, assets)).flat()
    expect(runs.join('')).toContain(name.normalize('NFC'))
  })

  it('on two lines reads back word by word', () => {
    const name = 'María de los Ángeles Inmaculada Concepción Fernández-Villaverde y Gutiérrez de la Torre-Ortíz'
    const text = paperTextOf(renderCertificate(certificateOf(named(name)), null, assets)).replaceAll('\n', ' ')
    expect(text).toContain(name)
  })

  it.skipIf(!installed('pdftotext'))('reads back through pdftotext', () => {
    for (const name of names) {
      const text = askTool('pdftotext', ['-enc', 'UTF-8'], renderCertificate(certificateOf(named(name)), null, assets), ['-']).stdout.toString('utf8')
      expect(text.split('\n')).toContain(name.normalize('NFC'))
    }
  })
})

describe('the file', { timeout: 30_000 }, () => {
  it('carries the phrase whole, with its trade mark sign', () => {
    const runs = readPaper(renderCertificate(certificateOf(physicianFacts), null, assets)).flat()
    const at = runs.indexOf('AMA PRA Category 1 Credit')
    expect(runs.slice(at - 1, at + 2)).toEqual(['0.75', 'AMA PRA Category 1 Credit', '™'])
  })

  it('embeds fonts cut to its glyphs and stays small', () => {
    for (const [name, bytes] of Object.entries(renderSamples(assets))) {
      const file = Buffer.from(bytes).toString('latin1')
      expect(file.match(/\/FontFile2 /g)?.length, name).toBe(file.match(/\/Type \/FontDescriptor/g)?.length)
      expect(file, name).not.toContain('/BaseFont /Helvetica')
      expect(bytes.length, name).toBeLessThan(60_000)
    }
  })

  it.skipIf(!installed('qpdf'))('is sound to qpdf', () => {
    for (const [name, bytes] of Object.entries(renderSamples(assets))) {
      const check = askTool('qpdf', ['--check'], bytes)
      expect([name, check.status, check.stdout.toString()]).toEqual([name, 0, expect.stringContaining('No syntax or stream encoding errors found')])
    }
  })
})
