#!/bin/sh
# Real VS Code (code-server) and a browser to look at it, for the tests of vscode/:
#
#   install_vscode.sh [DIR]      (DIR: ${XDG_CACHE_HOME:-$HOME/.cache}/scope-lsp-editors/vscode)
#
# makes DIR/node (Node 24), DIR/code-server and DIR/node_modules/playwright-core, and the extension's
# own vscode-client/node_modules. Needs npm and a network; as root it also installs Debian's Chromium
# and what code-server's native modules are compiled with. What is there already is kept. Where
# something cannot be had it says so and ends well: the tests are skipped then. 4 minutes, 1 GB.
set -u
here=$(cd "$(dirname "$0")" && pwd)
client=$here/../../vscode-client
dir=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/scope-lsp-editors/vscode}
code_server=4.139.1 node=24.21.0 playwright=1.65.1
log=$dir/install.log

give_up() {
    echo "VS Code: not installable here: $1 (see $log)"
    exit 0
}
quietly() { # quietly SECONDS COMMAND...
    timeout --kill-after=10 "$@" </dev/null >>"$log" 2>&1
}
is_there() {
    [ -e "$dir/complete-$code_server" ] &&
        quietly 60 "$dir/node" "$dir/code-server" --config "$dir/config.yaml" --version
}
browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

mkdir -p "$dir" || exit 0
dir=$(cd "$dir" && pwd)
: >"$log"
command -v npm >/dev/null || give_up "no npm"
command -v timeout >/dev/null || give_up "no timeout"

# The browser with a font, and libkrb5-dev because code-server compiles the module "kerberos".
needs=""
browser >/dev/null || needs="chromium"
[ -e /usr/share/fonts/truetype/dejavu ] || needs="$needs fonts-dejavu-core"
is_there || [ -e /usr/include/krb5.h ] || needs="$needs libkrb5-dev"
is_there || command -v g++ >/dev/null || needs="$needs g++"
is_there || command -v make >/dev/null || needs="$needs make"
if [ -n "$needs" ]; then
    { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; } || give_up "missing:$needs"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    quietly 240 apt-get -q install -y --no-install-recommends $needs ||
        { quietly 60 apt-get -q update &&
            quietly 240 apt-get -q install -y --no-install-recommends $needs; } ||
        give_up "apt-get install $needs"
fi

if ! is_there; then
    rm -f "$dir"/complete-*
    cd "$dir" || exit 0
    [ -e package.json ] || echo '{"private": true}' >package.json
    # npm's package "node" fetches the binary from its package for the platform, headers included.
    quietly 180 npm install --no-audit --no-fund "node@$node" "playwright-core@$playwright" ||
        give_up "Node $node and playwright-core $playwright from npm"
    home=$dir/node_modules/node
    ln -sfn "$home/bin/node" node
    PATH=$home/bin:$PATH
    headers=$(find "$home/node_modules" -maxdepth 1 -name 'node-*-*' ! -name '*setup' | head -n 1)
    # nodedir: headers for the native modules, else they would be downloaded; unsafe-perm: the
    # postinstall of code-server wants to hear it.
    export PATH npm_config_nodedir="$headers" npm_config_unsafe_perm=true JOBS=max
    mkdir -p server
    [ -e server/package.json ] || echo '{"private": true}' >server/package.json
    (cd server && quietly 720 npm install --no-audit --no-fund "code-server@$code_server") ||
        give_up "code-server $code_server from npm"
    ln -sfn "$dir/server/node_modules/code-server/out/node/entry.js" code-server
    : >"$dir/complete-$code_server"
    is_there || { rm -f "$dir"/complete-*; give_up "code-server does not start"; }
fi

PATH=$dir/node_modules/node/bin:$PATH
export PATH
if [ ! "$client/node_modules/.package-lock.json" -nt "$client/package-lock.json" ]; then
    (cd "$client" && quietly 180 npm ci --no-audit --no-fund) || give_up "npm ci in vscode-client"
    touch "$client/node_modules/.package-lock.json"
fi
echo "VS Code $code_server is in $dir"
