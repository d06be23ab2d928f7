/** Which command is the server. */

export interface Command {
  command: string;
  args: string[];
}

/**
 * The server's command: the program at `path`, else the module of the Python at `interpreter`,
 * else that of the Python on the search path. Empty texts mean "not set".
 */
export function serverCommand(path: string, interpreter: string, platform: string): Command {
  if (path) {
    return { command: path, args: ["server"] };
  }
  const python = interpreter || (platform === "win32" ? "python" : "python3");
  return { command: python, args: ["-m", "scope_lsp", "server"] };
}
