/** The view "Variables": the active program's variables as a tree, with sums and a filter. */

import * as vscode from "vscode";
import { SECTION } from "./common/settings";
import {
  bySize,
  details,
  filtered,
  grow,
  spelledCount,
  spelledSums,
  spelledTotal,
  sumsOf,
  table,
  type Group,
  type Node,
} from "./common/tree";
import type { Program } from "./program";

export const VIEW = `${SECTION}.variables`;
/** More variables than this begin folded. */
const FOLD = 60;

export class VariablesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<Node>;
  private readonly subscription: vscode.Disposable;
  private filter = "";
  private order: "creation" | "size" = "creation";
  private groups: Group[] = [];
  private roots: Node[] = [];
  private isLarge = false;
  private seen: unknown;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly program: Program) {
    this.view = vscode.window.createTreeView(VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscription = program.onChanged(() => {
      if (program.answer !== this.seen) {
        this.refresh();
      }
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.view.dispose();
    this.changed.dispose();
  }

  getChildren(node?: Node): Node[] {
    return node ? (node.kind === "variable" ? [] : node.children) : this.roots;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label);
    // VS Code remembers by the id what was folded; what a filter finds is to be seen.
    item.id = this.filter ? `${this.filter} ${node.id}` : node.id;
    if (node.kind === "variable") {
      const { variable } = node;
      item.description = details(variable);
      item.tooltip = `${variable.name}\n${details(variable)}`;
      item.iconPath = new vscode.ThemeIcon(
        variable.trainable === false ? "symbol-constant" : "symbol-variable",
      );
      item.contextValue = "variable";
      if (variable.location) {
        const { uri, range } = variable.location;
        const { start, end } = range;
        const selection = new vscode.Range(start.line, start.character, end.line, end.character);
        item.command = {
          command: "vscode.open",
          title: "Go to Line",
          arguments: [vscode.Uri.parse(uri), { selection }],
        };
      }
      return item;
    }
    item.collapsibleState =
      this.isLarge && !this.filter
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.Expanded;
    item.description = node.kind === "group" ? spelledSums(node.sums) : spelledCount(node.sums);
    item.tooltip = `${node.name ? `${node.name}/` : node.label}\n${spelledSums(node.sums)}`;
    item.iconPath = new vscode.ThemeIcon(node.kind === "group" ? "file-code" : "symbol-namespace");
    item.contextValue = node.kind;
    return item;
  }

  async askFilter(): Promise<void> {
    const filter = await vscode.window.showInputBox({
      title: "Filter Variables",
      prompt: "Parts of names, such as layer_1 or layer_*/kernel; * stands for any text.",
      placeHolder: "encoder kernel",
      value: this.filter,
    });
    if (filter !== undefined) {
      this.setFilter(filter);
    }
  }

  setFilter(filter: string): void {
    this.filter = filter.trim();
    void vscode.commands.executeCommand("setContext", `${SECTION}.filtered`, this.filter !== "");
    this.refresh();
  }

  sort(order: "creation" | "size"): void {
    this.order = order;
    void vscode.commands.executeCommand("setContext", `${SECTION}.bySize`, order === "size");
    this.refresh();
  }

  /** Copies what the filter leaves, for a spreadsheet. */
  async copyTable(): Promise<void> {
    await vscode.env.clipboard.writeText(table(this.groups));
    const count = sumsOf(this.groups.flatMap((group) => group.variables)).variables;
    vscode.window.setStatusBarMessage(`Copied ${count} variable${count === 1 ? "" : "s"}`, 3000);
  }

  /** Opens the view; says so when there is nothing in it. */
  async focus(): Promise<void> {
    if (this.program.answer?.groups.length) {
      await vscode.commands.executeCommand(`${VIEW}.focus`);
    } else {
      await vscode.window.showInformationMessage(
        "scope-lsp: there are no TensorFlow variables in the active editor's program.",
      );
    }
  }

  private refresh(): void {
    const answer = (this.seen = this.program.answer);
    const groups = (this.groups = answer ? filtered(answer, this.filter) : []);
    const variables = groups.flatMap((group) => group.variables);
    this.isLarge = variables.length > FOLD;
    this.roots = this.order === "size" ? bySize(grow(groups)) : grow(groups);
    this.view.description = variables.length ? spelledTotal(groups) : "";
    this.view.message = this.filter
      ? variables.length
        ? `Filter: ${this.filter}`
        : `No variables match the filter: ${this.filter}`
      : undefined;
    const has = answer !== undefined && answer.groups.length > 0;
    void vscode.commands.executeCommand("setContext", `${SECTION}.hasVariables`, has);
    this.changed.fire(undefined);
  }
}
