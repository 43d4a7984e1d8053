import createCache, { type EmotionCache } from '@emotion/cache'

/** Emotion's cache with the nonce that the window's content security policy names for this load. */
export function createStyleCache(page: Document): EmotionCache {
  const nonce = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  return createCache(nonce === undefined || nonce === '' ? { key: 'desk' } : { key: 'desk', nonce })
}
