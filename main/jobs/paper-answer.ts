/** What the drawing process sends back: the PDF of an order, or why drawing it failed. */
export type PaperAnswer =
  | { readonly order: number; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly order: number; readonly fault: string }
