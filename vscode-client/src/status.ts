/** The item in the status bar: how many variables, parameters and errors; nothing without any. */

import * as vscode from "vscode";
import { SECTION } from "./common/settings";
import { spelledSums, sumsOf } from "./common/tree";
import type { Program } from "./program";

const SOURCE = "scope-lsp";
/** Milliseconds that an analysis may take before it is shown that there is one. */
const UNNOTICED = 300;

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    `${SECTION}.status`,
    vscode.StatusBarAlignment.Left,
  );
  private readonly subscription: vscode.Disposable;
  private since = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly program: Program) {
    this.item.name = "scope-lsp: Variables";
    this.item.command = `${SECTION}.showVariables`;
    this.subscription = vscode.Disposable.from(
      program.onChanged(() => this.update()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = program.shown?.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) {
          this.update();
        }
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.item.dispose();
  }

  private update(): void {
    const { shown, answer, busy } = this.program;
    const variables = answer?.groups.flatMap((group) => group.variables) ?? [];
    const found = shown
      ? vscode.languages.getDiagnostics(shown.uri).filter(({ source }) => source === SOURCE)
      : [];
    if (!answer || (!variables.length && !found.length)) {
      this.item.hide();
      return;
    }
    const errors = found.filter(
      ({ severity }) => severity === vscode.DiagnosticSeverity.Error,
    ).length;
    const sums = spelledSums(sumsOf(variables));
    const words = errors === 1 ? "1 error" : `${errors} errors`;
    const icon = this.isNoticed(busy) ? "$(sync~spin)" : "$(symbol-variable)";
    this.item.text = `${icon} ${sums}${errors ? ` · $(error) ${words}` : ""}`;
    const environment = answer.environment ? `\nEnvironment: ${answer.environment}` : "";
    this.item.tooltip = `scope-lsp: ${sums}${errors ? `, ${words}` : ""}${environment}`;
    this.item.backgroundColor = errors
      ? new vscode.ThemeColor("statusBarItem.errorBackground")
      : undefined;
    this.item.show();
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
