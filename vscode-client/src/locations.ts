/** What a click on a lens shows: places in a peek view beside it. */

import * as vscode from "vscode";
import type { Location, Position } from "./common/tree";
import type { Server } from "./server";

/** The arguments are those of the server's command: a document, a position in it, the places. */
export async function showLocations(server: Server, ...what: unknown[]): Promise<void> {
  const convert = server.running?.protocol2CodeConverter;
  const [uri, position, locations] = what as [string?, Position?, Location[]?];
  if (convert && uri && position && locations) {
    await vscode.commands.executeCommand(
      "editor.action.showReferences",
      convert.asUri(uri),
      convert.asPosition(position),
      locations.map((location) => convert.asLocation(location)),
    );
  }
}
