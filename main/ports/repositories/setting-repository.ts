/** Settings of the desk that are not secrets; secrets live behind the SecretStore port. */
export interface SettingRepository {
  find(key: string): Promise<string | undefined>
  put(key: string, value: string): Promise<void>
  remove(key: string): Promise<void>
}
