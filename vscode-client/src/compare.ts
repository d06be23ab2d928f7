/** Compares the program in the editor with a checkpoint, by the command-line program. */

import { execFile } from "node:child_process";
import * as vscode from "vscode";
import type { Server } from "./server";

/** The parts of a checkpoint that people may choose; the program takes each for the whole. */
const FILTERS = {
  "Checkpoints and weights": ["index", "meta", "pb", "npz", "h5", "hdf5"],
  "All files": ["*"],
};
/** What `diff` prints for a checkpoint with a hundred thousand variables, and more. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Shows what a checkpoint and the program do not have in common. */
export async function compare(server: Server): Promise<void> {
  const content = await difference(server, "markdown");
  if (content !== undefined) {
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  }
}

/** Copies the map that restores the program's variables from a checkpoint. */
export async function copyMap(server: Server): Promise<void> {
  const map = await difference(server, "map");
  if (map !== undefined) {
    await vscode.env.clipboard.writeText(map);
    vscode.window.setStatusBarMessage("Copied the assignment map", 3000);
  }
}

async function difference(server: Server, format: string): Promise<string | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== "python" || document.uri.scheme !== "file") {
    void vscode.window.showInformationMessage("scope-lsp: open a program that is on disk first.");
    return undefined;
  }
  const chosen = await vscode.window.showOpenDialog({
    title: "Choose the Checkpoint to Compare With",
    openLabel: "Compare",
    canSelectFolders: false,
    filters: FILTERS,
  });
  if (!chosen?.[0] || (document.isDirty && !(await document.save()))) {
    return undefined;
  }
  const checkpoint = chosen[0].fsPath;
  try {
    return await run(server, ["diff", checkpoint, document.uri.fsPath, "--format", format]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    server.log.error(message);
    void vscode.window.showErrorMessage(message);
    return undefined;
  }
}

/** What the program prints; exit code 1 says that there are differences. */
async function run(server: Server, args: readonly string[]): Promise<string> {
  const { command, args: before, options } = await server.program();
  return new Promise((resolve, reject) => {
    execFile(
      command,
      [...before, ...args],
      { ...options, maxBuffer: MOST_BYTES },
      (error, stdout, stderr) => {
        if (error && error.code !== 1) {
          reject(new Error(stderr.trim() || error.message));
        } else {
          resolve(stdout);
        }
      },
    );
  });
}
