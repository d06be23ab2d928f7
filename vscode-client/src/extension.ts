/** Puts the parts together; everything about names is the server's. */

import * as vscode from "vscode";
import { CLIENT_SETTINGS, SECTION } from "./common/settings";
import { compare, copyMap } from "./compare";
import { copyForServer, copyName } from "./copy";
import { showLocations } from "./locations";
import { watchEnvironment } from "./environment";
import { Program } from "./program";
import { Server } from "./server";
import { Status } from "./status";
import { VariablesView } from "./view";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("scope-lsp", { log: true });
  const running = (server = new Server(context.extensionPath, context.globalState, log));
  const program = new Program(running);
  const view = new VariablesView(program);
  const command = (name: string, action: (...what: unknown[]) => unknown) =>
    vscode.commands.registerCommand(`${SECTION}.${name}`, action);
  context.subscriptions.push(
    log,
    running,
    program,
    view,
    new Status(program, running),
    copyForServer(running),
    command("restart", () => running.restart()),
    command("showLog", () => log.show()),
    command("copyName", (what) => copyName(running, what)),
    command("showLocations", (...what) => showLocations(running, ...what)),
    command("compareCheckpoint", () => compare(running)),
    command("copyMap", () => copyMap(running)),
    command("showVariables", () => view.focus()),
    command("filterVariables", () => view.askFilter()),
    command("clearFilter", () => view.setFilter("")),
    command("sortBySize", () => view.sort("size")),
    command("sortByCreation", () => view.sort("creation")),
    command("copyTable", () => view.copyTable()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (CLIENT_SETTINGS.some((key) => change.affectsConfiguration(`${SECTION}.${key}`))) {
        void running.restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.restart()),
  );
  await running.restart();
  const watch = await watchEnvironment(() => void running.restart());
  if (watch) {
    context.subscriptions.push(watch);
  }
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
