---@brief
---
---
--- Shows what every TensorFlow 1 variable will be called. `pip install scope-lsp` installs it.
---
--- The names are inlay hints: `vim.lsp.inlay_hint.enable()` shows them.

---@type vim.lsp.Config
return {
  cmd = { 'scope-lsp', 'server' },
  filetypes = { 'python' },
  root_markers = {
    'pyproject.toml',
    'setup.py',
    'setup.cfg',
    'requirements.txt',
    '.git',
  },
  settings = {
    scopeLsp = {},
  },
}
