/** Copies the full name of a variable: the one given, or what the cursor is on; and the server's texts. */

import * as vscode from "vscode";
import type { Node } from "./common/tree";
import type { Server } from "./server";

/** Copies a text when the server says that the user chose to: the map after a rename. */
export function copyForServer(server: Server): vscode.Disposable {
  return server.onStarted((client) => {
    client.onNotification("scopeLsp/copyText", async ({ text }: { text: string }) => {
      await vscode.env.clipboard.writeText(text);
      vscode.window.setStatusBarMessage("Copied the assignment map", 3000);
    });
  });
}

/** `what`: a name, from a code action; an entry of the tree; nothing, from the palette. */
export async function copyName(server: Server, what: unknown): Promise<void> {
  const name = typeof what === "string" ? what : (named(what) ?? (await nameAtCursor(server)));
  if (name === undefined) {
    return;
  }
  await vscode.env.clipboard.writeText(name);
  vscode.window.setStatusBarMessage(`Copied ${name}`, 3000);
}

function named(what: unknown): string | undefined {
  if (typeof what !== "object" || what === null || !("kind" in what)) {
    return undefined;
  }
  const node = what as Node;
  return node.kind === "variable" ? node.variable.name : node.name || undefined;
}

async function nameAtCursor(server: Server): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const client = server.running;
  if (!editor || !client) {
    return undefined;
  }
  const names = await client.sendRequest<string[]>("scopeLsp/names", {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  });
  if (!names.length) {
    void vscode.window.showInformationMessage("scope-lsp: there is no variable at the cursor.");
    return undefined;
  }
  return names.length === 1
    ? names[0]
    : vscode.window.showQuickPick(names, { title: "Copy the Full Name" });
}
