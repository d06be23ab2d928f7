/** The program in the active editor: asks the server for its variables whenever they may be new. */

import * as vscode from "vscode";
import type { Answer } from "./common/tree";
import type { Server } from "./server";

/** Milliseconds in which news are gathered before the server is asked. */
const GATHER = 120;

export class Program implements vscode.Disposable {
  private document: vscode.TextDocument | undefined;
  private timer: NodeJS.Timeout | undefined;
  private request: vscode.CancellationTokenSource | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  /** Something of what follows is new. */
  readonly onChanged = this.changed.event;
  answer: Answer | undefined;
  busy = false;

  constructor(private readonly server: Server) {
    this.subscription = vscode.Disposable.from(
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.look()),
      vscode.window.onDidChangeActiveNotebookEditor(() => this.look()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length && this.isShown(document.uri.toString())) {
          this.edited();
        }
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.document) {
          this.show(undefined);
        }
      }),
      server.onStarted((client) => {
        client.onNotification("scopeLsp/analysed", ({ uri }: { uri: string }) => {
          if (this.isShown(client.protocol2CodeConverter.asUri(uri).toString())) {
            this.ask();
          }
        });
        this.look();
      }),
    );
  }

  /** The document whose program is shown. */
  get shown(): vscode.TextDocument | undefined {
    return this.document;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.request?.cancel();
    this.subscription.dispose();
  }

  /** Follows the active editor; an output panel or a picture leaves things as they are. */
  private look(): void {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    // In a notebook in which nobody types, no editor is active.
    const cell = notebook?.getCells().find((one) => one.document.languageId === "python");
    const document = vscode.window.activeTextEditor?.document ?? cell?.document;
    if (document?.languageId === "python") {
      this.show(document);
    } else if (document && ["file", "untitled"].includes(document.uri.scheme)) {
      this.show(undefined);
    }
  }

  private show(document: vscode.TextDocument | undefined): void {
    if (document !== this.document) {
      this.answer = undefined;
    }
    this.document = document;
    this.busy = document !== undefined;
    this.changed.fire();
    this.ask();
  }

  private isShown(uri: string): boolean {
    return this.document?.uri.toString() === uri;
  }

  private edited(): void {
    if (!this.busy) {
      this.busy = true;
      this.changed.fire();
    }
    this.ask();
  }

  private ask(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.fetch();
    }, GATHER);
  }

  private async fetch(): Promise<void> {
    this.request?.cancel();
    const client = this.server.running;
    const document = this.document;
    if (!client || !document) {
      this.busy = false;
      this.changed.fire();
      return;
    }
    const request = (this.request = new vscode.CancellationTokenSource());
    try {
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const parameters = { textDocument: { uri } };
      const answer = await client.sendRequest<Answer>(
        "scopeLsp/variables",
        parameters,
        request.token,
      );
      if (request === this.request && document === this.document) {
        this.answer = answer;
        this.busy = !answer.fresh;
        this.changed.fire();
      }
    } catch {
      if (request === this.request) {
        this.busy = false;
        this.changed.fire();
      }
    } finally {
      request.dispose();
    }
  }
}
