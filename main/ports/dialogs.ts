/** The system's own dialogs; null when the person closed them. */
export interface Dialogs {
  chooseFolder(title: string): Promise<string | null>
  chooseFile(title: string): Promise<string | null>
  saveFile(suggestedName: string): Promise<string | null>
}
