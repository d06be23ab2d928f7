/** Which settings are the extension's own; all others go to the server as they are. */

export const SECTION = "scopeLsp";

export const CLIENT_SETTINGS: readonly string[] = ["path", "interpreter"];

/** A section of settings without those that the server does not know. */
export function withoutClientSettings(section: unknown): unknown {
  if (typeof section !== "object" || section === null || Array.isArray(section)) {
    return section;
  }
  return Object.fromEntries(
    Object.entries(section).filter(([key]) => !CLIENT_SETTINGS.includes(key)),
  );
}

/** A path as a person may write it: `~` and `${workspaceFolder}` stand for folders. */
export function expandPath(text: string, home: string, workspace: string | undefined): string {
  return text
    .trim()
    .replace(/^~(?=$|[/\\])/, () => home)
    .replaceAll("${workspaceFolder}", () => workspace ?? "");
}
