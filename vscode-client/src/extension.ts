/** Starts the server and starts it again when it is asked to; everything else is the server's. */

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import { serverCommand } from "./common/command";
import { CLIENT_SETTINGS, SECTION, withoutClientSettings } from "./common/settings";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand(`${SECTION}.restart`, () => restart(context)),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (CLIENT_SETTINGS.some((key) => change.affectsConfiguration(`${SECTION}.${key}`))) {
        await restart(context);
      }
    }),
  );
  await start(context);
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(context: vscode.ExtensionContext): Promise<void> {
  await stop();
  await start(context);
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SECTION);
  const server = serverCommand(
    configuration.get("path", ""),
    configuration.get("interpreter", ""),
    process.platform,
  );
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: "file", language: "python" },
      { scheme: "untitled", language: "python" },
    ],
    middleware: {
      workspace: {
        configuration: async (params, token, next) => {
          const answer = await next(params, token);
          return Array.isArray(answer) ? answer.map(withoutClientSettings) : answer;
        },
      },
    },
  };
  client = new LanguageClient(
    SECTION,
    "scope-lsp",
    // Not the opened folder: Python would import modules from where it is started.
    { ...server, options: { cwd: context.extensionPath } },
    options,
  );
  try {
    await client.start();
  } catch (error) {
    await complain([server.command, ...server.args].join(" "), error);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  try {
    await running?.dispose();
  } catch {
    // It never started or is gone already.
  }
}

async function complain(command: string, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const settings = "Open settings";
  const chosen = await vscode.window.showErrorMessage(
    `scope-lsp did not start (${command}): ${reason} Install it with "pip install scope-lsp", ` +
      `or say in ${SECTION}.interpreter which Python has it.`,
    settings,
  );
  if (chosen === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", SECTION);
  }
}
