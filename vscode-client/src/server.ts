/** The server's process and the connection to it: started, restarted, stopped. */

import * as path from "node:path";
import * as vscode from "vscode";
import {
  LanguageClient,
  type Executable,
  type LanguageClientOptions,
  type StaticFeature,
} from "vscode-languageclient/node";
import { NoPython } from "./common/python";
import { SECTION, withoutClientSettings } from "./common/settings";
import { activeInterpreter, findEnvironment } from "./environment";

/** Where the server can see documents: on disk, not saved yet, in notebooks, in a remote repository. */
const SELECTOR = ["file", "untitled", "vscode-notebook-cell", "vscode-vfs"].map((scheme) => ({
  scheme,
  language: "python",
}));

/** Says to the server what this client can do beyond the protocol. */
const CAPABILITIES: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = {
      ...(capabilities.experimental as object | undefined),
      scopeLspCopyName: true,
      scopeLspCopyText: true,
      scopeLspVariables: true,
      scopeLspShowLocations: true,
      scopeLspStatus: true,
    };
  },
  initialize() {
    // There is nothing to be set up.
  },
  getState() {
    return { kind: "static" };
  },
  clear() {
    // There is nothing to be undone.
  },
};

/** The variables of the server's process, with the environment that programs import from. */
function handingOn(packages: string | undefined): NodeJS.ProcessEnv {
  return packages ? { ...process.env, SCOPE_LSP_ENVIRONMENT: packages } : process.env;
}

/** A program, the arguments that it always gets, and where it runs. */
interface Program {
  command: string;
  args: string[];
  options: { cwd: string; env: NodeJS.ProcessEnv };
}

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private turn: Promise<void> = Promise.resolve();
  private readonly started = new vscode.EventEmitter<LanguageClient>();
  /** A client that runs, after each start. */
  readonly onStarted = this.started.event;

  constructor(
    private readonly folder: string,
    private readonly state: vscode.Memento,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** The connection, once it is there. */
  get running(): LanguageClient | undefined {
    return this.client?.isRunning() ? this.client : undefined;
  }

  /** Starts the server anew; one call after another, whoever makes them. */
  restart(): Promise<void> {
    this.turn = this.turn.then(async () => {
      await this.stop();
      await this.start();
    });
    return this.turn;
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch {
      // It never started or is gone already.
    }
  }

  dispose(): void {
    this.started.dispose();
    void this.stop();
  }

  private async start(): Promise<void> {
    try {
      const executable = await this.executable();
      this.log.info([executable.command, ...(executable.args ?? [])].join(" "));
      const client = new LanguageClient(SECTION, "scope-lsp", executable, this.options());
      client.registerFeature(CAPABILITIES);
      this.client = client;
      await client.start();
      this.started.fire(client);
    } catch (error) {
      void this.complain(error);
    }
  }

  private async executable(): Promise<Executable> {
    const { command, args, options } = await this.program();
    return { command, args: [...args, "server"], options };
  }

  /** How scope-lsp is started; the command and its arguments come behind `args`. */
  async program(): Promise<Program> {
    const program = vscode.workspace.getConfiguration(SECTION).get<string>("path", "");
    // Not started in the opened folder: Python would import modules from there.
    const options = { cwd: this.folder };
    if (program) {
      const env = handingOn(await activeInterpreter());
      return { command: program, args: [], options: { ...options, env } };
    }
    const { python, packages } = await findEnvironment(this.folder, this.state);
    this.log.info(`Python ${python.version}: ${python.command}`);
    // -I -S: nothing of the environment, of the user's or of site-packages is run.
    const launch = path.join(this.folder, "bundled", "launch.py");
    return {
      command: python.command,
      args: [...python.args, "-I", "-S", launch],
      options: { ...options, env: handingOn(packages) },
    };
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: SELECTOR,
      outputChannel: this.log,
      middleware: {
        workspace: {
          // The server asks for its settings then, and gets them without the extension's own. One
          // that is being stopped, because a setting names another Python, need not be told.
          didChangeConfiguration: async (_sections, next) => {
            try {
              await (this.running ? next(undefined) : undefined);
            } catch (error) {
              this.log.info(String(error));
            }
          },
          configuration: async (params, token, next) => {
            const answer = await next(params, token);
            return Array.isArray(answer) ? answer.map(withoutClientSettings) : answer;
          },
        },
      },
    };
  }

  private async complain(error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    this.log.error(message);
    const choose = "Choose a Python…";
    const settings = "Open Settings";
    const log = "Show Log";
    const buttons = error instanceof NoPython ? [choose, settings] : [settings, log];
    const text = error instanceof NoPython ? message : `scope-lsp did not start: ${message}`;
    const chosen = await vscode.window.showErrorMessage(text, ...buttons);
    if (chosen === choose) {
      await this.choosePython();
    } else if (chosen === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", SECTION);
    } else if (chosen === log) {
      this.log.show();
    }
  }

  private async choosePython(): Promise<void> {
    const [file] =
      (await vscode.window.showOpenDialog({
        title: "Choose the Python That Runs scope-lsp",
        openLabel: "Use",
        canSelectMany: false,
      })) ?? [];
    if (file) {
      await vscode.workspace
        .getConfiguration(SECTION)
        .update("interpreter", file.fsPath, vscode.ConfigurationTarget.Global);
    }
  }
}
