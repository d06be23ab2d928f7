/**
 * The item in the status bar: how many variables and parameters; nothing without any. Errors are
 * not counted here, because VS Code does that. The tooltip says what does not work as it should.
 */

import * as vscode from "vscode";
import { SECTION } from "./common/settings";
import { spelledTotal } from "./common/tree";
import type { Program } from "./program";
import type { Server } from "./server";

/** Milliseconds that an analysis may take before it is shown that there is one. */
const UNNOTICED = 300;

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    `${SECTION}.status`,
    vscode.StatusBarAlignment.Left,
  );
  private readonly subscription: vscode.Disposable;
  private problems: readonly string[] = [];
  private since = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly program: Program,
    server: Server,
  ) {
    this.item.name = "scope-lsp: Variables";
    this.item.command = `${SECTION}.showVariables`;
    this.subscription = vscode.Disposable.from(
      program.onChanged(() => this.update()),
      server.onStarted((client) => {
        this.problems = [];
        client.onNotification("scopeLsp/status", ({ problems }: { problems: string[] }) => {
          this.problems = problems;
          this.update();
        });
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.item.dispose();
  }

  private update(): void {
    const { answer, busy } = this.program;
    const isEmpty = !answer?.groups.some((group) => group.variables.length);
    if (!answer || (isEmpty && !this.problems.length)) {
      this.item.hide();
      return;
    }
    const sums = spelledTotal(answer.groups);
    const calm = this.problems.length ? "$(warning)" : "$(symbol-variable)";
    this.item.text = `${this.isNoticed(busy) ? "$(sync~spin)" : calm} ${sums}`;
    this.item.tooltip = this.tooltip(sums, answer.environment);
    this.item.show();
  }

  private tooltip(sums: string, environment: string): vscode.MarkdownString {
    const text = new vscode.MarkdownString(undefined, true);
    text.isTrusted = { enabledCommands: [`${SECTION}.showLog`] };
    text.appendText(`scope-lsp: ${sums}`);
    for (const problem of this.problems) {
      text.appendMarkdown("\n\n$(warning) ").appendText(problem);
    }
    if (environment) {
      text.appendMarkdown("\n\n").appendText(`Environment: ${environment}`);
    }
    return text.appendMarkdown(`\n\n[Show log](command:${SECTION}.showLog)`);
  }

  /** Whether an analysis takes so long that it is to be shown; else a spinner would only flicker. */
  private isNoticed(busy: boolean): boolean {
    clearTimeout(this.timer);
    if (!busy) {
      this.since = 0;
      return false;
    }
    this.since ||= Date.now();
    const left = this.since + UNNOTICED - Date.now();
    if (left > 0) {
      this.timer = setTimeout(() => this.update(), left);
    }
    return left <= 0;
  }
}
