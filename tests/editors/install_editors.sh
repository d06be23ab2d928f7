#!/bin/sh
# Newest Neovim, Emacs, Helix and Vim in a folder of their own, for the tests beside this file:
#
#   install_editors.sh [DIR]      (DIR: ${XDG_CACHE_HOME:-$HOME/.cache}/scope-lsp-editors)
#
# makes DIR/bin/nvim, DIR/bin/emacs, DIR/bin/hx and DIR/bin/vim (with the plug-in ALE in DIR/ale) out
# of packages of Debian's next release, and DIR/bin/nvim-older, Neovim 0.10, out of the present one's.
# They are downloaded by apt with a state of its own and merely unpacked, so neither root nor a change
# of the system is needed; apt and Debian's keys are. What is there already is kept. 1 minute, 600 MB.
set -eu
dir=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/scope-lsp-editors}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

complete() {
    for editor in nvim nvim-older emacs hx vim; do
        "$dir/bin/$editor" --version 2>/dev/null | grep -m 1 . || return 1
    done
}

if complete >/dev/null; then
    complete
    exit 0
fi
for tool in apt-get dpkg-deb; do
    command -v "$tool" >/dev/null || { echo "no $tool here" >&2; exit 1; }
done

mkdir -p "$dir/bin"
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    grep -m 1 '/debian/*$' || echo http://deb.debian.org/debian)
keys=/usr/share/keyrings/debian-archive-keyring.gpg

own_apt() {
    apt-get -qq -o "Dir::State=$apt/state" -o "Dir::State::status=$apt/status" \
        -o "Dir::Cache=$apt/cache" -o "Dir::Etc::SourceList=$apt/sources.list" \
        -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
        -o APT::Sandbox::User=root -o Acquire::Languages=none -o Acquire::Retries=3 \
        -o Acquire::Check-Valid-Until=false "$@" # a frozen mirror's lists are always too old
}

# unpack SUITE ROOT PACKAGE...: with all that they need down to the C library, since this system's
# may be older; then sets $loader and $libraries.
unpack() {
    suite=$1 root=$2 apt=$dir/apt
    shift 2
    rm -rf "$root" "$apt"
    mkdir -p "$root" "$apt/state/lists/partial" "$apt/cache/archives/partial"
    : >"$apt/status"
    echo "deb [signed-by=$keys] $mirror $suite main" >"$apt/sources.list"
    own_apt update
    own_apt install --download-only --no-install-recommends -y patchelf "$@"
    for package in "$apt"/cache/archives/*.deb; do
        dpkg-deb -x "$package" "$root"
    done
    rm -rf "$apt"
    loader=$(find "$root/usr/lib" -name 'ld-linux*' | head -n 1)
    libraries=$(dirname "$loader")
}

# patch PROGRAM: Neovim and Helix start themselves again under their own names, so the loader has to
# stand in the program.
patch() {
    "$loader" --library-path "$libraries" "$root/usr/bin/patchelf" \
        --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$1"
}

wrapper() {
    { echo '#!/bin/sh'; cat; } >"$dir/bin/$1"
    chmod +x "$dir/bin/$1"
}
unpack trixie "$dir/older" neovim
patch "$root/usr/bin/nvim"
wrapper nvim-older <<END
VIMRUNTIME='$root/usr/share/nvim/runtime' exec '$root/usr/bin/nvim' "\$@"
END

unpack forky "$dir/root" neovim emacs-nox hx vim vim-ale
for program in usr/bin/nvim usr/lib/hx/hx usr/bin/vim.basic; do
    patch "$root/$program"
done
wrapper nvim <<END
VIMRUNTIME='$root/usr/share/nvim/runtime' exec '$root/usr/bin/nvim' "\$@"
END
wrapper hx <<END
HELIX_RUNTIME='$root/usr/lib/hx/runtime' exec '$root/usr/lib/hx/hx' "\$@"
END
wrapper vim <<END
VIM='$root/usr/share/vim' VIMRUNTIME='$(ls -d "$root"/usr/share/vim/vim9*)' \\
    exec '$root/usr/bin/vim.basic' "\$@"
END
ln -sfn "$(dirname "$(dirname "$(find "$root/usr/share" -path '*/autoload/ale.vim')")")" "$dir/ale"
share=$(ls -d "$root"/usr/share/emacs/[0-9]*)
dump=$(find "$root/usr/lib" "$root/usr/libexec" -name 'emacs*.pdmp' | head -n 1)
lisp=$(find "$share/lisp" -type d ! -name obsolete | paste -s -d :)
wrapper emacs <<END
export EMACSDATA='$share/etc' EMACSDOC='$share/etc' EMACSPATH='$(dirname "$dump")'
EMACSLOADPATH='$lisp' exec '$loader' --library-path '$libraries' '$root/usr/bin/emacs-nox' \\
    --dump-file='$dump' "\$@"
END
complete
