import { describe, expect, it } from 'vitest'
import { paperRuns, paperText, printableName } from '@shared/policy/printable-name'

describe('names that print', () => {
  it.each([
    ["Győző O'Neill", [['source', "Győző O'Neill"]]],
    ['Nguyễn Thị Ánh Nguyệt', [['source', 'Nguyễn Thị Ánh Nguyệt']]],
    ['Ελένη Παπαδοπούλου', [['source', 'Ελένη Παπαδοπούλου']]],
    ['Екатерина Вознесенская', [['source', 'Екатерина Вознесенская']]],
    ['李小龍', [['han', '李小龍']]],
    ['美咲 田中', [['han', '美咲'], ['source', ' '], ['han', '田中']]],
    ['佐藤 さくら', [['japanese', '佐藤'], ['source', ' '], ['japanese', 'さくら']]],
    ['欧阳娜 (Ouyang Na)', [['han', '欧阳娜'], ['source', ' (Ouyang Na)']]],
    ['王喆', [['han', '王'], ['han_rare', '喆']]],
    ['김민준', [['korean', '김민준']]],
    ['김민준 (金民俊)', [['korean', '김민준'], ['source', ' ('], ['han', '金民俊'], ['source', ')']]],
    // Blanks and quotes inside a script are that script's own; digits and Latin keep the text family.
    ['ד”ר שלום כהן', [['hebrew', 'ד”ר שלום כהן']]],
    ['محمد الأحمد', [['arabic', 'محمد الأحمد']]],
    ['محمد (Mohammed)', [['arabic', 'محمد'], ['source', ' (Mohammed)']]],
    ['अमित क्षत्रिय', [['devanagari', 'अमित क्षत्रिय']]],
    ['Արամ Խաչատրյան', [['armenian', 'Արամ Խաչատրյան']]],
    ['สมชาย ใจดี', [['thai', 'สมชาย ใจดี']]],
    ['Anna שירה 李 김', [['source', 'Anna '], ['hebrew', 'שירה'], ['source', ' '], ['han', '李'], ['source', ' '], ['korean', '김']]],
    // A letter the text family lacks moves the whole name, so that one name has one Latin face.
    ['Ŧoga Ian', [['wide', 'Ŧoga Ian']]],
  ])('%s', (name, runs) => {
    const answer = printableName(name)
    expect(answer.ok && answer.value.runs.map(({ family, text }) => [family, text])).toEqual(runs)
    expect(answer.ok && answer.value.text).toBe(name)
  })

  it('takes the shapes of Han from the language first, then from the letters beside them', () => {
    const familyOf = (name: string, language: string): unknown => {
      const answer = printableName(name, language)
      return answer.ok && answer.value.runs[0]?.family
    }
    expect(['', 'zh', 'zh-CN', 'zh-Hant', 'zh-TW', 'ja', 'ja-JP'].map((language) => familyOf('直美', language))).toEqual(['han', 'han', 'han', 'traditional', 'traditional', 'japanese', 'japanese'])
    // One character the font lacks moves the whole name, so that it never mixes two designs.
    expect(familyOf('直喆', 'zh-Hant')).toBe('han')
  })

  it('draws old papers with the fonts they were frozen with', () => {
    expect(paperRuns('佐藤 さくら', 'paper-fonts/1').map(({ family }) => family)).toEqual(['han', 'source', 'han'])
  })

  it('joins Arabic that was typed as ready-drawn shapes, and keeps joiners where they mean something', () => {
    expect(paperText('\ufee3\ufea4\ufee4\ufeaa')).toBe('محمد')
    expect(paperText('An\u200dna')).toBe('Anna')
    expect(paperText('علی\u200cرضا')).toBe('علی\u200cرضا')
  })

  it('composes accents that were typed apart, and keeps case and inner spaces', () => {
    const answer = printableName('  de la  CRUZ\u00a0nguye\u0302\u0303n ')
    expect(answer.ok && answer.value.text).toBe('de la CRUZ nguyễn')
  })

  it('leaves out what nobody sees', () => {
    expect(paperText('An\u00adna\u200b \ufeffLi\u200e')).toBe('Anna Li')
  })
})

describe('names that are refused', () => {
  it.each([
    ['დავით ლომიძე', 'დ', 'U+10D3', 'Georgian'],
    ['محمد დავით', 'დ', 'U+10D3', 'Georgian'],
    ['அமுதா', 'அ', 'U+0B85', 'Tamil'],
    ['김뷁', '뷁', 'U+BDC1', 'Hangul'],
    ['Anna 😀', '😀', 'U+1F600', 'emoji'],
    ['Anna \u0007Li', '\u0007', 'U+0007', 'control character'],
    ['𠮷田', '𠮷', 'U+20BB7', 'Han'],
  ])('%s by its first character no font has', (name, character, codePoint, script) => {
    expect(printableName(name)).toEqual({ ok: false, error: { code: 'name_not_printable', field: 'name', facts: { character, codePoint, script } } })
  })

  it('an empty one', () => {
    expect(printableName(' \u200b ')).toMatchObject({ ok: false, error: { code: 'name_not_printable', facts: { script: 'empty' } } })
  })
})
