/** Where the settings, the Python extension and the search path say that a Python is. */

import * as fs from "node:fs";
import * as os from "node:os";
import * as vscode from "vscode";
import {
  candidates,
  environmentOf,
  recallPython,
  runIn,
  type Memory,
  type Python,
} from "./common/python";
import { expandPath, SECTION } from "./common/settings";

/** How long another extension may keep the first hint waiting. */
const PATIENCE = 3000;

const MEMORY = "python";

/** The part of the Python extension's API that is used here. */
interface PythonApi {
  environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    resolveEnvironment(environment: { path: string }): Promise<
      { executable: { uri?: vscode.Uri } } | undefined
    >;
    onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

export interface Environment {
  python: Python;
  /** The interpreter, or the environment's folder, whose packages analysed programs may import. */
  packages: string | undefined;
}

/** Finds the Python for the server; throws `NoPython`. */
export async function findEnvironment(
  folder: string,
  state: vscode.Memento,
): Promise<Environment> {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  const configured = vscode.workspace.getConfiguration(SECTION).get<string>("interpreter", "");
  const setting = expandPath(configured, os.homedir(), workspace?.fsPath);
  const active = await activeInterpreter();
  const list = candidates(setting, active, process.platform);
  const python = await recallPython(list, runIn(folder), {
    get: () => state.get<Memory>(MEMORY),
    put: (memory) => void state.update(MEMORY, memory),
    stamp: (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs,
  });
  const packages = active ?? environmentOf(setting, (file) => fs.existsSync(file));
  return { python, packages };
}

/** Calls back when another environment is chosen in the Python extension. */
export async function watchEnvironment(
  changed: () => void,
): Promise<vscode.Disposable | undefined> {
  return (await pythonApi())?.environments.onDidChangeActiveEnvironmentPath(changed);
}

/** The interpreter that is chosen in the Python extension. */
export async function activeInterpreter(): Promise<string | undefined> {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  const api = await pythonApi();
  if (!api) {
    return undefined;
  }
  try {
    const found = api.environments.getActiveEnvironmentPath(workspace);
    const resolved = await inTime(api.environments.resolveEnvironment(found));
    return resolved?.executable.uri?.fsPath;
  } catch {
    return undefined;
  }
}

/** Not in a workspace that is not trusted: its environment may be anything. */
async function pythonApi(): Promise<PythonApi | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  if (!extension || !vscode.workspace.isTrusted) {
    return undefined;
  }
  try {
    const api = await inTime(Promise.resolve(extension.activate()));
    return api?.environments ? api : undefined;
  } catch {
    return undefined;
  }
}

function inTime<T>(promise: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
  return Promise.race([promise, late]);
}
