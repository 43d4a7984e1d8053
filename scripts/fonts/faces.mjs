// The faces of each release of the paper's fonts, where they come from and what they are cut to.
import * as characters from './characters.mjs'

const latinFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl']

const google = (packageName, style, name) => ({ package: `@expo-google-fonts/${packageName}`, file: `${style}/${name}.ttf`, licence: 'LICENSE_FONT', name })
const fontsource = (packageName, script, name) => ({
  package: `@fontsource/${packageName}`, file: `files/${packageName}-${script}-400-normal.woff`, licence: 'LICENSE', name,
})

const latin = (face, packageName, style, name) => ({ face, source: google(packageName, style, name), characters: characters.latin, features: latinFeatures })
const regular = (face, packageName, name, text, features) => ({ face, source: google(packageName, '400Regular', name), characters: text, features })

/** A published release never changes: its papers are drawn again from these very files. */
export const releases = [
  {
    release: 'paper-fonts/1',
    adds: [
      latin('serif-regular', 'source-serif-4', '400Regular', 'SourceSerif4_400Regular'),
      latin('serif-italic', 'source-serif-4', '400Regular_Italic', 'SourceSerif4_400Regular_Italic'),
      latin('serif-semibold', 'source-serif-4', '600SemiBold', 'SourceSerif4_600SemiBold'),
      latin('sans-regular', 'source-sans-3', '400Regular', 'SourceSans3_400Regular'),
      latin('sans-italic', 'source-sans-3', '400Regular_Italic', 'SourceSans3_400Regular_Italic'),
      latin('sans-semibold', 'source-sans-3', '600SemiBold', 'SourceSans3_600SemiBold'),
      latin('wide-regular', 'noto-serif', '400Regular', 'NotoSerif_400Regular'),
      regular('han-regular', 'noto-serif-sc', 'NotoSerifSC_400Regular', characters.han, ['kern']),
    ],
  },
  {
    release: 'paper-fonts/2',
    adds: [
      regular('han-rare', 'noto-serif-sc', 'NotoSerifSC_400Regular', characters.rareHan, ['kern']),
      regular('japanese-regular', 'noto-serif-jp', 'NotoSerifJP_400Regular', characters.japanese, ['kern']),
      regular('korean-regular', 'noto-serif-kr', 'NotoSerifKR_400Regular', characters.korean, ['kern']),
      regular('traditional-regular', 'noto-serif-tc', 'NotoSerifTC_400Regular', characters.traditional, ['kern']),
      regular('hebrew-regular', 'noto-serif-hebrew', 'NotoSerifHebrew_400Regular', characters.hebrew),
      regular('arabic-regular', 'noto-naskh-arabic', 'NotoNaskhArabic_400Regular', characters.arabic),
      regular('devanagari-regular', 'noto-serif-devanagari', 'NotoSerifDevanagari_400Regular', characters.devanagari),
      { face: 'armenian-regular', source: fontsource('noto-serif-armenian', 'armenian', 'NotoSerifArmenian_400Regular'), characters: characters.armenian },
      { face: 'thai-regular', source: fontsource('noto-serif-thai', 'thai', 'NotoSerifThai_400Regular'), characters: characters.thai },
    ],
  },
]
