/** A text file of resources/, bundled as it is. */
declare module '*.txt?raw' {
  const text: string
  export = text
}
